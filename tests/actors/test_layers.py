"""Files of a project over the bundled registry: what replaces what, whose names win, and what a run records."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from making import coder, model_coder
from own_actors import body, own_file, person

from kawat.actors import RegistryError, load_registry
from kawat.actors.registry import Registry
from kawat.actors.rows import Row, new_row
from kawat.coder import Coder


def layered(folder: Path, *layers: list[Row]) -> Registry:
    files = [own_file(folder, *rows, name=f"{number}.tsv") for number, rows in enumerate(layers)]
    return load_registry(*files)


def bearers(registry: Registry, name: str, language: str = "id") -> list[str]:
    return [entry.id for entry in registry.names(language).get(name, ())]


def test_without_files_it_is_the_bundled_registry_read_once() -> None:
    assert load_registry() is load_registry()


def test_a_new_id_adds_an_actor(tmp_path) -> None:
    registry = layered(tmp_path, [body("warga-lembah", "Warga Lembah Hijau")])
    assert registry.entries.keys() - load_registry().entries.keys() == {"warga-lembah"}
    assert bearers(registry, "Warga Lembah Hijau") == ["warga-lembah"]


def test_the_id_of_a_bundled_actor_replaces_it_wholly(tmp_path) -> None:
    assert "Jokowi" in load_registry().names("id")
    registry = layered(tmp_path, [person("joko-widodo", "Joko Widodo", "president", "2014-10-20", country="IDN")])
    entry = registry.entries["joko-widodo"]
    assert entry.names == ("Joko Widodo",)
    assert [office.office for office in entry.offices] == ["president"]
    assert "Jokowi" not in registry.names("id")


def test_the_kind_none_takes_a_bundled_actor_out(tmp_path) -> None:
    registry = layered(tmp_path, [new_row(id="pln", kind="none")])
    assert load_registry().entries.keys() - registry.entries.keys() == {"pln"}
    assert "PLN" in load_registry().names("id")
    assert "PLN" not in registry.names("id")


def test_only_an_actor_that_is_there_can_be_taken_out(tmp_path) -> None:
    with pytest.raises(RegistryError, match=r"0\.tsv:2: there is no actor 'pln-uji' to take out"):
        layered(tmp_path, [new_row(id="pln-uji", kind="none")])


def test_a_name_means_the_actor_of_the_uppermost_file_that_has_it(tmp_path) -> None:
    assert bearers(load_registry(), "PLN") == ["pln"]
    lower, upper = [body("warga", "PLN")], [body("lembah", "PLN")]
    assert bearers(layered(tmp_path, lower), "PLN") == ["warga"]
    assert bearers(layered(tmp_path, lower, upper), "PLN") == ["lembah"]
    assert bearers(layered(tmp_path, lower, upper), "Perusahaan Listrik Negara") == ["pln"]


def test_a_name_of_one_language_wins_in_that_language_alone(tmp_path) -> None:
    registry = layered(tmp_path, [body("lembah", "Lembah Hijau", names_en="PLN")])
    assert bearers(registry, "PLN", "en") == ["lembah"]
    assert bearers(registry, "PLN", "id") == ["pln"]


def test_the_name_of_a_country_may_be_taken_from_it(tmp_path) -> None:
    registry = layered(tmp_path, [body("georgia-us", "Georgia", kind="body", country="USA", sectors="GOV")])
    assert bearers(registry, "Georgia", "en") == ["georgia-us"]


def test_who_holds_an_office_is_told_by_the_uppermost_file(tmp_path) -> None:
    bundled = load_registry().holder("president", "IDN", "2023-07-27")
    assert bundled is not None and bundled.id == "joko-widodo"
    registry = layered(tmp_path, [person("ana", "Ana Tan", "president", "2020", "2024", country="IDN")])
    assert registry.holder("president", "IDN", "2023-07-27") is registry.entries["ana"]
    assert registry.holder("president", "IDN", "2017-07-27") is registry.entries["joko-widodo"]


def test_every_actor_tells_which_file_it_comes_from(tmp_path) -> None:
    registry = layered(tmp_path, [body("warga", "Warga Lembah")])
    assert registry.sources["warga"] == str(tmp_path / "0.tsv")
    assert registry.sources["joko-widodo"] == "persons.tsv"
    assert (registry.is_bundled("warga"), registry.is_bundled("joko-widodo")) == (False, True)


def test_a_bad_row_is_told_with_how_to_see_the_others(tmp_path) -> None:
    with pytest.raises(RegistryError, match=r"0\.tsv:2: unknown kind 'x'.*\(and 1 more; to see them: kawat actors"):
        layered(tmp_path, [body("a", "Alfa", kind="x"), body("b", "Beta", country="XX")])


@pytest.mark.parametrize(("name", "said"), [("tiada.tsv", "no such file"), (".", "is a folder"), ("\0", "cannot be")])
def test_a_file_that_cannot_be_read_is_named(tmp_path, name: str, said: str) -> None:
    with pytest.raises(RegistryError, match=said):
        load_registry(f"{tmp_path}/{name}")


def test_a_registry_with_layers_reaches_another_process_as_it_is(tmp_path) -> None:
    registry = layered(tmp_path, [body("warga", "PLN")])
    again = pickle.loads(pickle.dumps(registry))
    assert again.names("id") == registry.names("id")
    assert again.digest() == registry.digest()


# ------------------------------------------------------------------ coding


def test_own_actors_are_found_in_text(tmp_path) -> None:
    registry = layered(tmp_path, [body("lembah", "Warga Lembah Hijau"), new_row(id="pln", kind="none")])
    text = "Warga Lembah Hijau menggugat PLN di Jakarta."
    found = Coder(registry=registry, events="lexicon").code(text, published="2024-03-04", language="id")
    ids = {actor.id for actor in found.actors}
    assert "lembah" in ids
    assert "pln" not in ids
    assert "pln" in {actor.id for actor in coder().code(text, published="2024-03-04", language="id").actors}


def test_the_run_records_other_actors_by_another_digest(tmp_path) -> None:
    def digest(*layers: list[Row]) -> str:
        return Coder(registry=layered(tmp_path, *layers), events="lexicon").run.model_digest

    own = [body("lembah", "Warga Lembah Hijau")]
    assert Coder(registry=load_registry(), events="lexicon").run == coder().run
    assert digest(own) == digest(own)
    assert len({coder().run.model_digest, digest(own), digest([body("lembah", "Warga")]), digest(own, own)}) == 4


def test_the_run_of_the_model_records_them_too(tmp_path) -> None:
    registry = layered(tmp_path, [body("lembah", "Warga Lembah Hijau")])
    bundled = model_coder().run
    own = Coder(registry=registry, events="model").run
    assert own.model == bundled.model
    assert own.model_digest != bundled.model_digest
