"""What can't be in a figure, at any moment of its moves: joints bent too far, and what is out of reach."""

from collections.abc import Iterator
from dataclasses import dataclass

from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.figure import Action, Figure
from uncramp.figures.motion import eased
from uncramp.figures.skeleton import Skeleton
from uncramp.figures.stance import Stance, between, solve, stance_of

MISS = 0.012
"""How far a hand may stay from what it reaches for without anyone seeing it."""
SLACK = 1.0
"""Degrees that a joint may be bent too far by what it reaches for."""
SAMPLES = 8
"""Moments looked at on the way from one pose to another."""


@dataclass(frozen=True, slots=True)
class Bent:
    """A joint that a reach bends further than it can bend."""

    pose: str
    joint: str
    angle: float
    least: float
    most: float
    to: str = ""
    """The pose on the way to which it is so; empty in the pose itself."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A hand or a foot that does not get to what it reaches for."""

    pose: str
    tip: str
    by: float
    to: str = ""


def faults(figure: Figure) -> tuple[Bent | Missed, ...]:
    """All that can't be, pose by pose, and on the way where both poses are good."""
    skeleton = SKELETONS[figure.skeleton]
    stances = {name: stance_of(figure, pose) for name, pose in figure.poses.items()}
    found: list[Bent | Missed] = []
    bad: set[str] = set()
    for name, stance in stances.items():
        here = list(_faults(skeleton, stance, name, ""))
        found += here
        bad |= {name} if here else set()
    for one, other in sorted(ways(figure)):
        if not {one, other} & bad:
            found += _on_the_way(skeleton, stances[one], stances[other], (one, other))
    return tuple(found)


def ways(figure: Figure) -> set[tuple[str, str]]:
    """Each pair of poses that the figure goes between, whichever is first, in the order of their names."""
    ends = {figure.start} | {action.poses[-1] for action in figure.moves.values()}
    pairs = {(one, other) for one in ends for other in ends}
    for action in figure.moves.values():
        pairs |= _round(action)
    return {(one, other) if one < other else (other, one) for one, other in pairs if one != other}


def _round(action: Action) -> set[tuple[str, str]]:
    return (
        set(zip(action.poses, (*action.poses[1:], action.poses[0]), strict=True)) if action.cycle else set()
    )


def _on_the_way(
    skeleton: Skeleton, one: Stance, other: Stance, names: tuple[str, str]
) -> Iterator[Bent | Missed]:
    told: set[str] = set()
    for nth in range(1, SAMPLES):
        for fault in _faults(skeleton, between(one, other, eased(nth / SAMPLES)), *names):
            about = fault.joint if isinstance(fault, Bent) else fault.tip
            if about not in told:
                told.add(about)
                yield fault


def _faults(skeleton: Skeleton, stance: Stance, pose: str, to: str) -> Iterator[Bent | Missed]:
    joints = solve(skeleton, stance)
    for tip, miss in joints.missed.items():
        if miss > MISS:
            yield Missed(pose, tip, miss, to)
    for bone in skeleton.bones:
        angle = joints.angles.get(bone.angle)
        if angle is not None and not bone.least - SLACK <= angle <= bone.most + SLACK:
            yield Bent(pose, bone.angle, angle, bone.least, bone.most, to)
