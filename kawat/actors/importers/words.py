"""Words for kinds, sectors and columns that tables use."""

from __future__ import annotations

from kawat.actors.checks import KINDS
from kawat.codebook import load_codebook

COLUMN_NAMES = {
    "names": "name names label full_name fullname actor nama",
    "aliases": "alias aliases aka also_known_as alternative_names other_names synonyms nama_lain",
    "names_id": "names_id name_id nama_indonesia indonesian",
    "names_en": "names_en name_en english",
    "country": "country country_code countrycode iso iso2 iso3 nationality negara",
    "sectors": "sector sectors sektor",
    "kind": "kind type jenis",
    "id": "id identifier slug actor_id",
    "wikidata": "wikidata wikidata_id wikidataid qid",
    "office": "office position jabatan",
    "from": "from since start start_date startdate valid_from mulai",
    "to": "to until end end_date enddate valid_to sampai",
    "note": "note notes catatan",
}
_FIELDS = {word: field for field, words in COLUMN_NAMES.items() for word in words.split()}

_KINDS = {
    "person": "people individual politician orang tokoh",
    "body": "organisation organization org institution ministry lembaga kementerian",
    "company": "corporation firm business perusahaan",
    "party": "political_party partai",
    "armed_group": "rebel_group militia",
    "movement": "ngo civil_society organisasi_masyarakat gerakan",
    "agency": "news_agency media outlet",
}
_SECTORS = {
    "GOV": "government pemerintah", "MIL": "military army militer", "LEG": "legislature parliament parlemen",
    "JUD": "judiciary court pengadilan", "SPY": "intelligence intelijen", "COP": "police polisi", "PTY": "party partai",
    "OPP": "opposition oposisi", "REB": "rebels rebel pemberontak", "BUS": "business bisnis",
    "CRM": "crime criminals", "CVL": "civilians warga", "EDU": "education pendidikan", "MED": "health kesehatan",
    "JRN": "media press journalists pers", "REL": "religion agama", "SOC": "civil_society ngo", "REF": "refugees",
    "LAB": "labour labor buruh", "AGR": "agriculture farming pertanian",
}  # fmt: skip
_KIND_WORDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_SECTOR_WORDS = {word: sector for sector, words in _SECTORS.items() for word in words.split()}


def field_of(header: str) -> str | None:
    """Return the field that a column of this header holds, None where it is not known."""
    return _FIELDS.get(_plain(header))


def kind_of(word: str) -> str | None:
    """Return the kind that a word stands for, None where it is not known."""
    plain = _plain(word)
    return plain if plain in KINDS else _KIND_WORDS.get(plain)


def sector_of(word: str) -> str | None:
    """Return the sector that a code or word stands for, None where it is not known."""
    code = word.strip().upper()
    return code if code in load_codebook().sectors else _SECTOR_WORDS.get(_plain(word))


def _plain(word: str) -> str:
    return "_".join(word.strip().lower().replace("-", " ").replace("_", " ").split())
