"""Other words that people use for the keys of a routine, by the trade and by other programs."""

from collections.abc import Collection

_WORDS = {
    "repetitions": "reps rep repeat repeats times count repetition number_of_reps",
    "sets": "set series",
    "per_day": "times_per_day times_a_day daily frequency how_often",
    "days": "weekdays day on",
    "moves": "hold hold_for duration seconds minutes time length exercise exercises move movement movements",
    "rest": "rest_between rest_time pause break recovery between_sets",
    "change": "switch change_time switch_time transition",
    "sides": "side leg legs each_side per_side limb",
    "say": "text cue instruction voice spoken speak words short",
    "how": "description instructions details explanation desc how_to technique",
    "figure": "image picture img photo drawing illustration",
    "name": "title label heading",
    "title": "name heading label",
    "about": "description summary subtitle intro",
    "sources": "source author reference references citation url link",
    "notes": "note author source sources comment comments reference references",
    "cautions": "caution warning warnings safety contraindications",
    "caution": "cautions warning warnings",
    "for": "body_part muscle target area region part",
    "purpose": "category type kind goal",
    "steps": "exercises exercise moves workout sequence",
    "position": "posture stance start_position",
    "partner": "helper assistant",
    "adapt": "adaptations modifications variations adjust",
    "why": "reason because",
    "ask": "question prompt",
    "wait": "timeout",
    "replace": "change modify with",
}
_MEANT: dict[str, tuple[str, ...]] = {}
for _key, _words in _WORDS.items():
    for _word in _words.split():
        _MEANT[_word] = (*_MEANT.get(_word, ()), _key)


def meant_key(word: str, keys: Collection[str]) -> str | None:
    """The one of the keys that a word stands for, as people use it."""
    return next((key for key in _MEANT.get(word, ()) if key in keys), None)
