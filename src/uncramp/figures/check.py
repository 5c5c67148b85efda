"""The faults of a figure at any moment of its moves: joints bent too far, and what is out of reach."""

from collections.abc import Iterator
from dataclasses import dataclass

from uncramp.figures.anatomy import SKELETONS
from uncramp.figures.figure import Figure
from uncramp.figures.motion import eased
from uncramp.figures.skeleton import Skeleton, joint_name
from uncramp.figures.stance import Stance, between, solve, stance_of

MISS = 0.012
"""How far a hand may stay from what it reaches for without anyone seeing it."""
SLACK = 1.0
"""Degrees that a joint may be bent too far by what it reaches for."""
SAMPLES = 8
"""Moments looked at on the way from one pose to another."""


@dataclass(frozen=True, slots=True)
class FigureFault:
    """A joint that is bent further than it can bend, or a hand or foot that does not get to what it reaches for."""

    pose: str
    key: str
    """The key of the pose to blame: the joint, or `reach`."""
    part: str
    """The joint, hand or foot."""
    message: str


def figure_faults(figure: Figure) -> tuple[FigureFault, ...]:
    """All faults, pose by pose, and on the way where both poses are good."""
    skeleton = SKELETONS[figure.skeleton]
    stances = {name: stance_of(figure, pose) for name, pose in figure.poses.items()}
    faults = [fault for name, stance in stances.items() for fault in _faults(skeleton, stance, name, "")]
    bad = {fault.pose for fault in faults}
    for one, other in sorted(ways(figure)):
        if not {one, other} & bad:
            faults += _faults_between(skeleton, stances[one], stances[other], (one, other))
    return tuple(faults)


def ways(figure: Figure) -> set[tuple[str, str]]:
    """Each pair of poses that the figure goes between, whichever is first, in the order of their names."""
    ends = {figure.start} | {action.poses[-1] for action in figure.moves.values()}
    pairs = {(one, other) for one in ends for other in ends}
    for action in figure.moves.values():
        if action.cycle:
            pairs |= set(zip(action.poses, (*action.poses[1:], action.poses[0]), strict=True))
    return {(one, other) if one < other else (other, one) for one, other in pairs if one != other}


def _faults_between(skeleton: Skeleton, one: Stance, other: Stance, names: tuple[str, str]) -> Iterator[FigureFault]:
    first: dict[str, FigureFault] = {}
    for nth in range(1, SAMPLES):
        for fault in _faults(skeleton, between(one, other, eased(nth / SAMPLES)), *names):
            first.setdefault(fault.part, fault)
    yield from first.values()


def _faults(skeleton: Skeleton, stance: Stance, pose: str, to: str) -> Iterator[FigureFault]:
    joints, way = solve(skeleton, stance), f" on the way to '{to}'" if to else ""
    for tip, miss in joints.missed.items():
        if miss > MISS:
            message = f"{tip} does not get there{way}: it is {miss:.2f} away"
            yield FigureFault(pose, "reach", tip, message)
    for bone in skeleton.bones:
        joint, angle = bone.angle, joints.angles.get(bone.angle)
        if angle is not None and not bone.least - SLACK <= angle <= bone.most + SLACK:
            reach = f"from {bone.least:g} to {bone.most:g} degrees"
            message = f"{joint}: {angle:.0f} is more than '{joint_name(joint)}' can bend{way}: {reach}"
            yield FigureFault(pose, joint, joint, message)
