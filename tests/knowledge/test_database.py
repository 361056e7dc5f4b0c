"""Creating, migrating and opening the database, and what happens when that cannot be done."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import knowledge
from knowledge.database import (
    HEAD,
    DatabaseUnavailable,
    DataVersion,
    ensure_database,
    open_engine,
)
from knowledge.importing.bundled import digest, read_tables
from knowledge.importing.snapshot import read_facts
from knowledge.migrations import alembic_config, downgrade
from knowledge.schema import Base

Row = tuple[str, str]


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def test_the_first_call_imports_and_the_second_finds_everything(
    tmp_path: Path, small_tables: Path
) -> None:
    url = url_of(tmp_path / "new" / "folder" / "ocop.db")
    steps: list[tuple[int, int]] = []

    first = ensure_database(
        url, folder=small_tables, progress=lambda done, total: steps.append((done, total))
    )
    second = ensure_database(url, folder=small_tables)

    assert first.imported
    assert not second.imported
    assert first.version == second.version == digest(small_tables)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1]


def test_what_was_imported_by_other_code_is_imported_again(
    database_url: str, small_tables: Path, tmp_path: Path
) -> None:
    package = tmp_path / "knowledge"
    shutil.copytree(Path(knowledge.__file__).parent, package)
    program = (
        "import sys; from pathlib import Path; from knowledge.database import ensure_database\n"
        "print(ensure_database(sys.argv[1], folder=Path(sys.argv[2])).imported)"
    )

    def imports() -> str:
        return subprocess.run(
            [sys.executable, "-c", program, database_url, str(small_tables)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert [imports(), imports()] == ["True", "False"]
    with (package / "importing" / "records.py").open("a") as code:
        code.write("# mended\n")
    assert [imports(), imports()] == ["True", "False"]


def test_what_is_read_back_is_what_the_tables_say(database_url: str, small_tables: Path) -> None:
    ensure_database(database_url, folder=small_tables)
    written, read = read_tables(small_tables), read_facts(open_engine(database_url))
    for field in ("version", "products", "producers", "offers", "outlets", "figures", "programme",
                  "places", "place_names"):  # fmt: skip
        assert getattr(read, field) == getattr(written, field)


def test_a_changed_table_is_imported_again(
    database_url: str, tmp_path: Path, small_tables: Path
) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(small_tables, folder)
    before = ensure_database(database_url, folder=folder)
    products = folder / "products.csv"
    products.write_text(products.read_text("utf-8").replace("Trà hoa vàng Ba Chẽ", "Trà"), "utf-8")

    after = ensure_database(database_url, folder=folder)

    assert after.imported
    assert after.version != before.version
    assert [product.name_vi for product in read_facts(open_engine(database_url)).products] == [
        "Trà"
    ]


def test_a_bad_table_leaves_the_facts_as_they_were(
    database_url: str, tmp_path: Path, small_tables: Path
) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(small_tables, folder)
    before = ensure_database(database_url, folder=folder)
    offers = folder / "offers.csv"
    offers.write_text(offers.read_text("utf-8") + "nothing,store,Chợ,,,,somewhere\n", "utf-8")

    with pytest.raises(DatabaseUnavailable, match=r"offers\.csv:\d+, product: .*nothing"):
        ensure_database(database_url, folder=folder)

    assert read_facts(open_engine(database_url)).version == before.version


def test_a_full_disk_leaves_the_facts_as_they_were(tmp_path: Path, small_tables: Path) -> None:
    path = tmp_path / "ocop.db"
    before = ensure_database(url_of(path), folder=small_tables)
    # A limit on the size of files in a process of its own stands in for the disk that is full
    program = (
        "import resource, sys; from knowledge.database import *; from pathlib import Path\n"
        f"limit = {path.stat().st_size}\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
        "try: ensure_database(sys.argv[1])\n"
        "except DatabaseUnavailable as error: print('refused:', error); sys.exit(7)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, url_of(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 7, done.stderr
    assert "ocop.db" in done.stdout
    assert read_facts(open_engine(url_of(path))).version == before.version


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "ocop.db"
    path.write_bytes(b"shopping list: fish sauce, tea\n" * 200)
    content = path.read_bytes()
    with pytest.raises(DatabaseUnavailable, match="not a database"):
        ensure_database(url_of(path))
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused_and_kept(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(DatabaseUnavailable, match="other tables"):
        ensure_database(database_url)
    assert inspect(engine).get_table_names() == ["recipes"]


def test_a_database_of_a_newer_program_is_refused(database_url: str, small_tables: Path) -> None:
    ensure_database(database_url, folder=small_tables)
    with open_engine(database_url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseUnavailable, match="newer version"):
        ensure_database(database_url, folder=small_tables)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseUnavailable, match="cannot make the folder"):
        ensure_database(url_of(tmp_path / "file" / "ocop.db"))


def test_reading_before_anything_was_imported_is_told(database_url: str) -> None:
    with pytest.raises(DatabaseUnavailable):
        read_facts(open_engine(database_url))


def test_two_processes_may_begin_at_once(database_url: str, small_tables: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from knowledge.database import ensure_database\n"
        "print(ensure_database(sys.argv[1], folder=Path(sys.argv[2])).imported)"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, database_url, str(small_tables)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=60)[0].strip() for process in started]
    assert [process.returncode for process in started] == [0, 0]
    assert sorted(outputs) == ["False", "True"]


def test_whoever_comes_while_another_imports_does_not_wait_for_ever(
    database_url: str, small_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.engines.LOCK_WAIT_SECONDS", 0.05)
    refusals: list[str] = []

    def come(_done: int, _total: int) -> None:
        try:
            ensure_database(database_url, folder=small_tables)
        except DatabaseUnavailable as error:
            refusals.append(str(error))

    assert ensure_database(database_url, folder=small_tables, progress=come).imported
    assert refusals
    assert all("another process" in told or "locked" in told for told in refusals)


def test_a_database_up_to_date_costs_next_to_nothing(tmp_path: Path, small_tables: Path) -> None:
    url = url_of(tmp_path / "ocop.db")

    def spent() -> float:
        began = time.process_time()
        ensure_database(url, folder=small_tables)
        return time.process_time() - began

    filling = spent()
    assert min(spent() for _ in range(5)) < filling / 5


def test_a_database_up_to_date_needs_no_migration_tool(
    database_url: str, small_tables: Path
) -> None:
    ensure_database(database_url, folder=small_tables)
    program = (
        "import sys; from pathlib import Path; from knowledge.database import ensure_database\n"
        "ensure_database(sys.argv[1], folder=Path(sys.argv[2])); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, database_url, str(small_tables)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_the_migrations_make_the_tables_of_the_schema(
    database_url: str, small_tables: Path
) -> None:
    ensure_database(database_url, folder=small_tables)
    with open_engine(database_url).connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_revision_is_the_one_the_program_expects() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_migrations_can_be_taken_back(database_url: str, small_tables: Path) -> None:
    ensure_database(database_url, folder=small_tables)
    engine = open_engine(database_url)
    with engine.begin() as connection:
        downgrade(connection, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_a_database_of_an_earlier_revision_is_brought_up(
    database_url: str, small_tables: Path, revision: str
) -> None:
    version = ensure_database(database_url, folder=small_tables).version
    with open_engine(database_url).begin() as connection:
        downgrade(connection, revision)
    assert ensure_database(database_url, folder=small_tables) == DataVersion(version, imported=True)
