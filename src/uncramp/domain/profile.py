"""What is true of the person, as far as a plan needs it."""

from dataclasses import dataclass

from uncramp.domain.routine import Side, Tag

_IMPLIED = {
    Tag.LATE_PREGNANCY: (Tag.FROM_WEEK_16, Tag.PREGNANT),
    Tag.FROM_WEEK_16: (Tag.PREGNANT,),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's tags and preferences. The empty profile changes nothing."""

    tags: frozenset[Tag] = frozenset()
    usual_side: Side | None = None
    """The side that usually cramps."""
    get_ready: int | None = None
    """Seconds to get ready before a step by day; `None` leaves the program's own."""
    emergency_number: str = ""

    def all_tags(self) -> tuple[Tag, ...]:
        """Every tag, the implied ones too (late pregnancy is pregnancy), the weightiest first."""
        found = set(self.tags)
        for tag in self.tags:
            found.update(_IMPLIED.get(tag, ()))
        return tuple(tag for tag in Tag if tag in found)
