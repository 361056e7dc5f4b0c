"""The Official Account's tokens: an access token for a day, renewed by a refresh token that can be
used once.

Whoever loses the new refresh token is locked out of the account, and two processes that use the
same one lock each other out. So a process first puts its claim on the stored tokens, by a write
that only succeeds when nobody else wrote, then asks the platform, and stores what it gets before
anything else. The others wait and read what the winner stored.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

import httpx

from bot.delivery.calls import FIRST_PAUSE, CallFailed, NotCarriedOut, Refused, insist, request
from bot.store.state import ChannelState

CHANNEL = "zalo-oa"
"""Under which the tokens are stored."""
EARLY = 600.0
"""Seconds before its end at which an access token is renewed, so that none ends under way."""
RENEWAL_SECONDS = 50.0
"""Time for all tries of one renewal."""
STORING_SECONDS = 10.0
"""How much longer a claim holds, so that nobody else renews while what came is being stored. A
process that dies with a claim delays the others by both."""
LOOK_AGAIN = 0.2
"""Seconds between two looks at whether the process with the claim is done."""
CALL_SECONDS = 8.0
LEAST_FOR_RENEWAL = 1.0
"""Seconds that a renewal gets when the application stops, however little time is left: what it
brings cannot be had again."""
_PATH = "v4/oa/access_token"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TokenState:
    """What is stored of the tokens."""

    seed: str
    """Digest of the refresh token from the settings that all of this began with."""
    refresh_token: str
    access_token: str = ""
    expires: float = 0.0
    """Seconds since 1970."""
    claim: str = ""
    """Whose renewal is under way."""
    claimed_until: float = 0.0

    def usable(self, now: float) -> bool:
        """Whether the access token is still good for a while."""
        return bool(self.access_token) and now < self.expires - EARLY


class Tokens:
    """Gives out the access token and renews it."""

    def __init__(
        self,
        state: ChannelState,
        *,
        oauth_url: str,
        app_id: str,
        app_secret: str,
        refresh_token: str,
        clock: Callable[[], float] = time.time,
        first_pause: float = FIRST_PAUSE,
        renewal_seconds: float = RENEWAL_SECONDS,
    ) -> None:
        """``refresh_token`` is the one the account's owner was given; it counts until it was used,
        after that the stored one does. Another one in the settings later starts afresh."""
        self._state = state
        self._name = f"tokens of {app_id}"
        self._app_id = app_id
        self._app_secret = app_secret
        self._given = refresh_token
        self._seed = hashlib.sha256(refresh_token.encode()).hexdigest()
        self._clock = clock
        self._first_pause = first_pause
        self._renewal_seconds = renewal_seconds
        self._known: TokenState | None = None
        self._one_at_a_time = asyncio.Lock()
        self._renewal: asyncio.Future[TokenState] | None = None
        self.locked_out = False
        """Whether the refresh token was refused: somebody must authorise the account again."""
        self._http = httpx.AsyncClient(base_url=f"{oauth_url.rstrip('/')}/", timeout=CALL_SECONDS)

    async def close(self, within: float = RENEWAL_SECONDS) -> None:
        """Let a renewal that is under way store what it gets, for as many seconds, but at least
        ``LEAST_FOR_RENEWAL``; give back all connections."""
        if self._renewal is not None:
            _, late = await asyncio.wait({self._renewal}, timeout=max(within, LEAST_FOR_RENEWAL))
            if late:
                self._renewal.cancel()
                await asyncio.gather(self._renewal, return_exceptions=True)
                _log.error("zalo-oa: a renewal of the tokens was cut off while stopping")
        await self._http.aclose()

    async def current(self) -> str:
        """An access token that should be good; renews it when its end is near.

        Raises :class:`~bot.delivery.calls.CallFailed` when it cannot be renewed.
        """
        if self._known is not None and self._known.usable(self._clock()):
            return self._known.access_token
        return await self.instead_of(None)

    async def instead_of(self, refused: str | None) -> str:
        """An access token other than one that was refused. Raises as :meth:`current` does."""
        async with self._one_at_a_time:
            while True:
                version, state = await self._stored()
                if state.usable(self._clock()) and state.access_token != refused:
                    self._known, self.locked_out = state, False
                    return state.access_token
                if state.claim and self._clock() < state.claimed_until:
                    await asyncio.sleep(LOOK_AGAIN)
                    continue
                until = self._clock() + self._renewal_seconds + STORING_SECONDS
                mine = replace(state, claim=secrets.token_hex(8), claimed_until=until)
                if await self._replace(mine, version):
                    self._known = await self._renew(mine, version + 1)
                    self.locked_out = False
                    return self._known.access_token

    async def _stored(self) -> tuple[int, TokenState]:
        """What is stored and its version; what it begins with when nothing is (version 0)."""
        held = await self._state.get(CHANNEL, self._name)
        state = _read(held.value) if held is not None else None
        if state is None or state.seed != self._seed:
            state = TokenState(seed=self._seed, refresh_token=self._given)
        return (held.version if held is not None else 0), state

    async def _replace(self, state: TokenState, version: int) -> bool:
        return await self._state.replace(CHANNEL, self._name, _written(state), expected=version)

    async def _renew(self, mine: TokenState, version: int) -> TokenState:
        """Renew under our claim, which stands in the store with this version."""
        self._renewal = asyncio.ensure_future(self._renewed(mine, version))
        try:
            # Shielded: a shutdown must not come between the platform's answer and its storing
            return await asyncio.shield(self._renewal)
        except CallFailed as error:
            self.locked_out = isinstance(error, Refused)
            # Whoever needs a token next may try; whether the refresh token is used up shows then
            await self._replace(replace(mine, claim="", claimed_until=0.0), version)
            raise

    async def _renewed(self, mine: TokenState, version: int) -> TokenState:
        try:
            async with asyncio.timeout(self._renewal_seconds):
                given = await insist(
                    lambda: self._exchange(mine.refresh_token), first_pause=self._first_pause
                )
        except TimeoutError:
            raise CallFailed("the tokens could not be renewed in time") from None
        new = TokenState(
            seed=mine.seed,
            refresh_token=given.refresh_token,
            access_token=given.access_token,
            expires=self._clock() + given.seconds,
        )
        if not await self._replace(new, version):
            # Only after a claim that ran out; what we were just given is the newer all the same
            await self._state.put(CHANNEL, self._name, _written(new))
        _log.info("zalo-oa: the tokens were renewed")
        return new

    async def _exchange(self, refresh_token: str) -> _Given:
        response = await request(
            self._http,
            "POST",
            _PATH,
            headers={"secret_key": self._app_secret},
            data={
                "refresh_token": refresh_token,
                "app_id": self._app_id,
                "grant_type": "refresh_token",
            },
        )
        try:
            answer = response.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise NotCarriedOut(f"not an answer of the platform ({response.status_code})")
        access, refresh = answer.get("access_token"), answer.get("refresh_token")
        if not (isinstance(access, str) and access and isinstance(refresh, str) and refresh):
            reason = f"{answer.get('error_name', '')} ({answer.get('error')})"
            raise Refused(
                f"the refresh token was refused: {reason}; authorise the account again and set "
                "ZALO_OA_REFRESH_TOKEN"
            )
        return _Given(access, refresh, _seconds(answer.get("expires_in")))


@dataclass(frozen=True, slots=True)
class _Given:
    access_token: str
    refresh_token: str
    seconds: float


def _seconds(told: object) -> float:
    """How long an access token lives: the platform writes the number as a text."""
    try:
        return float(str(told))
    except ValueError:
        return 3600.0


def _written(state: TokenState) -> str:
    return json.dumps(asdict(state), sort_keys=True)


def _read(text: str) -> TokenState | None:
    try:
        return TokenState(**json.loads(text))
    except (ValueError, TypeError):
        return None
