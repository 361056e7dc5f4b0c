// The conversation: questions go out one after the other, answers come as HTML that the server
// made and escaped. Without this script every form of the page still works by itself.

const main = document.querySelector("main");
const log = document.querySelector(".log");
const welcome = document.querySelector(".welcome");
const form = document.querySelector("#ask");
const box = document.querySelector("#q");
const list = document.querySelector("#suggestions");
const near = document.querySelector("#near");
const offline = document.querySelector(".offline");
const language = document.documentElement.lang;
const KEPT = "ocop.visit";
const VISIT = "ocop.key";
const KEPT_TURNS = 30;
const PATIENCE = 15000;
const words = main.dataset;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function say(text) {
  document.dispatchEvent(new CustomEvent("say", { detail: text }));
}

function parsed(html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  return made.content;
}

// --- The history of this visit, in this tab only ---------------------------------------------

// A full or forbidden store only means that a reload begins anew
function keep(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {}
}

function kept(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

function remember() {
  const turns = [...log.querySelectorAll(".turn:not(.pending)")].slice(-KEPT_TURNS);
  keep(
    KEPT,
    turns.map((turn) => turn.innerHTML),
  );
}

function restore() {
  const given = log.querySelector(".turn");
  const turns = kept(KEPT) ?? [];
  const last = turns.at(-1);
  for (const html of turns) {
    const turn = element("div", "turn");
    turn.append(parsed(html));
    log.insertBefore(turn, given);
  }
  if (given) {
    // The page was loaded again: its answer is the last one already
    if (last === given.innerHTML) given.previousElementSibling?.remove();
    remember();
    show(given);
  } else if (last) {
    welcome.hidden = true;
    show(log.lastElementChild);
  }
}

function show(turn) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  turn?.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

// --- Asking -----------------------------------------------------------------------------------

let queue = Promise.resolve();
// In a frame on another site browsers keep no cookies: there this tab keeps who we are
let visit = (words.embedded && kept(VISIT)) || "";

/** Asks: `sent` is what the server is told, `label` what the person said. */
function ask(sent, label, { quietly = false, moveFocus = false } = {}) {
  welcome.hidden = true;
  const turn = element("div", "turn pending");
  if (!quietly) {
    const asked = element("p", "asked");
    asked.append(label);
    const waiting = element("p", "waiting", words.waiting);
    waiting.setAttribute("aria-hidden", "true");
    turn.append(asked, waiting);
    log.append(turn);
    show(turn);
  }
  queue = queue.then(() => send(sent, turn, { quietly, moveFocus }));
  return queue;
}

async function send(sent, turn, how) {
  turn.querySelector(".failed")?.remove();
  try {
    const response = await fetch("/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ ...sent, language, embedded: Boolean(words.embedded), visit }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 429) throw new Error(words.many);
    if (!response.ok) throw new Error(words.failed);
    settle(await response.json(), turn, how);
  } catch (error) {
    const told = error.message === words.many ? words.many : words.failed;
    if (how.quietly) say(told);
    else fail(told, sent, turn, how);
  }
}

function settle(answer, turn, { quietly, moveFocus }) {
  if (answer.visit) keep(VISIT, (visit = answer.visit));
  if (answer.document) hand(answer.document);
  if (quietly || answer.brief) {
    turn.remove();
    say(answer.text);
    if (!log.childElementCount) welcome.hidden = false;
    return;
  }
  turn.querySelector(".waiting")?.remove();
  turn.append(parsed(answer.html));
  turn.classList.remove("pending");
  if (location.search) history.replaceState(null, "", location.pathname);
  remember();
  if (answer.speaks !== language) {
    location.assign(`${location.pathname}?lang=${answer.speaks}`);
    return;
  }
  show(turn);
  if (moveFocus) turn.querySelector(".answer").focus({ preventScroll: true });
}

function fail(told, sent, turn, how) {
  turn.querySelector(".waiting")?.remove();
  const failed = element("div", "failed");
  failed.setAttribute("role", "alert");
  const again = element("button", "", words.again);
  again.type = "button";
  again.addEventListener("click", () => {
    queue = queue.then(() => send(sent, turn, how));
  });
  failed.append(element("p", "", told), again);
  turn.append(failed);
  show(turn);
}

function hand(file) {
  const link = element("a");
  link.href = `data:${file.media_type};base64,${file.content}`;
  link.download = file.name;
  link.click();
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.name === "a") return;
  event.preventDefault();
  const text = box.value.trim();
  const active = list.querySelector('[aria-selected="true"]');
  if (active) return pick(active);
  if (!text) return;
  box.value = "";
  close();
  ask({ text }, text);
});

document.addEventListener("click", (event) => {
  const choice = event.target.closest('button[name="a"]');
  if (choice) {
    event.preventDefault();
    const vote = choice.closest(".votes");
    if (vote) for (const each of vote.querySelectorAll("button")) each.disabled = true;
    const label = choice.cloneNode(true);
    for (const drawn of label.querySelectorAll(".stars")) drawn.replaceWith(drawn.ariaLabel ?? "");
    const said = label.textContent.trim() || choice.ariaLabel;
    ask({ action: choice.value, replying: choice.closest("[lang]").lang }, said, { quietly: choice.value.startsWith("f+"), moveFocus: true });
  }
  if (event.target.closest('[data-does="near"]')) near.showModal();
  if (!event.target.closest("#ask")) close();
});

// --- Near me: only after a yes, here and in the browser ----------------------------------------

for (const button of form.querySelectorAll('[data-does="near"]'))
  button.hidden = !("geolocation" in navigator);
near.addEventListener("click", (event) => {
  if (event.target === near || event.target.value === "no") near.close();
  if (event.target.value !== "yes") return;
  near.close();
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => ask({ point: [coords.latitude, coords.longitude] }, words.place),
    () => say(words.noPlace),
    { timeout: 10000, maximumAge: 300000 },
  );
});

// --- Suggestions while typing ------------------------------------------------------------------

let typing;
let looking;

function close() {
  clearTimeout(typing);
  looking?.abort();
  list.hidden = true;
  list.replaceChildren();
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

async function suggest() {
  const text = box.value.trim();
  if (text.length < 2) return close();
  looking?.abort();
  looking = new AbortController();
  try {
    const address = `/suggest?lang=${language}&q=${encodeURIComponent(text)}`;
    const response = await fetch(address, { signal: looking.signal });
    if (!response.ok) return close();
    offer(await response.json());
  } catch {
    // Typed on, or no line: then there is nothing to suggest
  }
}

function offer({ suggestions }) {
  if (!suggestions.length || document.activeElement !== box) return close();
  list.replaceChildren(
    ...suggestions.map((each, number) => {
      const option = element("li");
      option.id = `suggestion-${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.action = each.action;
      option.dataset.label = each.label;
      const icon = parsed('<svg class="icon" aria-hidden="true"><use/></svg>');
      icon.querySelector("use").setAttribute("href", `#${each.icon}`);
      const text = element("span", "", each.label);
      if (each.detail) text.append(" ", element("small", "", each.detail));
      option.append(icon, text);
      return option;
    }),
  );
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
  box.removeAttribute("aria-activedescendant");
}

function pick(option) {
  const { action, label } = option.dataset;
  box.value = "";
  close();
  ask({ action }, label);
}

box.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(suggest, 120);
});
box.addEventListener("keydown", (event) => {
  const options = [...list.children];
  const at = options.findIndex((each) => each.ariaSelected === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") close();
  if (!step || !options.length) return;
  event.preventDefault();
  const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : at + step;
  for (const each of options) each.setAttribute("aria-selected", "false");
  const chosen = options[next];
  box.removeAttribute("aria-activedescendant");
  if (!chosen) return;
  chosen.setAttribute("aria-selected", "true");
  chosen.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", chosen.id);
});
list.addEventListener("mousedown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const option = event.target.closest("li");
  if (option) pick(option);
});

// --- The line ----------------------------------------------------------------------------------

function tellLine() {
  offline.hidden = navigator.onLine;
}
addEventListener("online", tellLine);
addEventListener("offline", tellLine);
tellLine();

if (words.embedded && window.parent !== window)
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !near.open && list.hidden)
      window.parent.postMessage({ ocop: "close" }, "*");
  });

restore();
