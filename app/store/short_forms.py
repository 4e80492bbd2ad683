"""Parts of a person's name that texts use in its place: found, never taken out unasked.

«María Quispe» may be María Quispe Huamán or somebody else: whoever takes a person out looks at
each form, and says which ones are her.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from app.store.scrubbing import Scrubber
from methodology.record import Record, fields, key_fields
from methodology.snapshot import Snapshot

_LEAST_WORDS, _MOST_WORDS = 2, 6
_PARTICLES = frozenset(["da", "das", "de", "del", "di", "do", "dos", "e", "la", "las", "los", "y"])
_SAMPLE, _BEFORE = 70, 25  # letters of what is around a form, and of those before it


@dataclass(frozen=True)
class ShortForm:
    """A part of a name: in how many texts it stands alone, what is around it in one, who else fits.

    `others` are persons of the project that the form could mean as well.
    """

    words: str
    count: int
    sample: str
    others: tuple[str, ...]


def short_forms(snapshot: Snapshot, key: UUID) -> tuple[ShortForm, ...]:
    """Return the parts of a person's name that stand without the rest in texts of the project."""
    person = snapshot.find_any(key)
    if person is None:
        return ()
    counts: Counter[str] = Counter()
    samples: dict[str, str] = {}
    for name in names_of(person):
        whole = Scrubber([name])
        forms = [(form, Scrubber([form])) for form in _parts(name)]
        for text in _texts(snapshot, key):
            left = whole.scrub(text)
            for form, scrubber in forms:
                if (at := scrubber.place(left)) is not None:
                    counts[form] += 1
                    samples.setdefault(form, _around(left, at))
                    left = scrubber.scrub(left)
    people = [one for one in snapshot if type(one).is_person and one.id != key]
    return tuple(
        ShortForm(form, count, samples[form], tuple(_fitting(form, people)))
        for form, count in counts.most_common()
    )


def names_of(person: Record) -> list[str]:
    """Return what a person is called by: the texts among the key fields."""
    found = (getattr(person, field.name) for field in key_fields(type(person)))
    return [name for name in found if isinstance(name, str)]


def _parts(name: str) -> Iterator[str]:
    """Yield what is left of a name when words are left out, the longest first, two words least."""
    words = name.split()[:_MOST_WORDS]
    for count in range(len(words) - 1, _LEAST_WORDS - 1, -1):
        for chosen in combinations(words, count):
            ends = {chosen[0].lower(), chosen[-1].lower()}
            if not ends & _PARTICLES:
                yield " ".join(chosen)


def _texts(snapshot: Snapshot, key: UUID) -> Iterator[str]:
    """Yield the texts of a project that are not the names of other persons."""
    for record in snapshot:
        cls = type(record)
        if record.id == key:
            continue
        for field in fields(cls):
            value = getattr(record, field.name)
            if (
                field.kind.is_text
                and isinstance(value, str)
                and not (cls.is_person and field.is_key)
            ):
                yield value


def _around(text: str, at: int) -> str:
    """Return what stands around a place of a text, from the beginning of a word."""
    begin = text.rfind(" ", 0, max(0, at - _BEFORE)) + 1 if at > _BEFORE else 0
    kept = text[begin : begin + _SAMPLE]
    return f"{'…' if begin else ''}{kept}{'…' if len(text) > begin + _SAMPLE else ''}"


def _fitting(form: str, people: Iterable[Record]) -> Iterator[str]:
    wanted = {word.casefold() for word in form.split()}
    for person in people:
        for name in names_of(person):
            if wanted <= {word.casefold() for word in name.split()}:
                yield name
