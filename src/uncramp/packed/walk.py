"""Packed from routines/walk.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Routine, RoutineAdaptation, Step, Tag

SUM = 3355944299
ROUTINE = Routine(
    name='walk',
    title='An easy walk',
    purpose=Purpose.DAILY,
    part=Part.LEG,
    steps=(
        Step(
            name='Walk',
            say='Walk at an easy pace. Breathe.',
            how='Walk so that you can still talk. Swing your arms, and set each heel down first.',
            partner='Come along.',
            figure='walking',
            moves=(Move(name='walk', seconds=600),),
            sources=('article-1', 'article-2', 'our-choice',),
        ),
    ),
    about='Ten easy minutes on your feet.',
    label='It is good to move. It may help; we know of no trial for cramps.',
    position='Standing',
    cautions=('Does one leg swell, or hurt and stay so? Stop, and see the warning signs.',),
    notes=('In fresh air if you can, in low, firm shoes.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury. Do not load the leg.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.BALANCE_PROBLEM,
            why='You may fall. Here is something to do seated.',
            instead='foot-exercises',
        ),
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised.',
            caution='Pain in one calf that stays may be a clot. See the warning signs.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, never go barefoot.',
            caution='Wear shoes. Look at your skin after.',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a small wound.',
            caution='Wear shoes. Look at your skin after.',
        ),
        RoutineAdaptation(
            tag=Tag.FLAT_FEET,
            why='You have flat feet.',
            caution='Wear a shoe that holds your foot. Leave it out if it hurts.',
        ),
    ),
)
NEEDED = 605
