"""Packed from routines/cramp-calf-standing.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 2350279334
ROUTINE = Routine(
    name='cramp-calf-standing',
    title='Calf cramp, standing',
    purpose=Purpose.FIRST_AID,
    part=Part.CALF,
    steps=(
        Step(
            name='Stand on it',
            say='Hold the wall. Press your heel down.',
            how='Stand facing a wall, both hands on it. Put weight on the cramped leg and press its heel to the floor. Breathe.',
            partner='Stand close and hold an arm. The floor may be slippery.',
            figure='standing-press',
            sides=Sides.AFFECTED,
            moves=(Move(name='press', seconds=20),),
            sources=('nhs-leg-cramps', 'mayo-muscle-cramp', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='A chair holds you better now.',
                    replace=Replacement(
                        say='Hold a chair. Press your heel down.',
                        how="Stand behind a chair that can't slide, both hands on it. Put weight on the cramped leg and press its heel to the floor.",
                        figure='standing-press-chair',
                    ),
                ),
            ),
        ),
        Step(
            name='Stretch at the wall',
            say='Other foot forward. Back knee straight, heel flat.',
            how='Step forward with the other foot. Lean to the wall until the cramped calf pulls. Its knee stays straight, its heel on the floor. Hold 30 seconds, ease, and do it again.',
            partner='Watch the back heel. It stays on the floor.',
            figure='wall-stretch-straight',
            sides=Sides.AFFECTED,
            moves=(Move(name='hold', seconds=30), Move(name='ease', seconds=10),),
            until_relief=True,
            at_most=5,
            offer_after=2,
            otherwise='cramp-calf',
            sources=('merck-runners-stretch', 'aaos-hold', 'hallegraeff-2012-protocol',),
            adapt=(
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='A chair holds you better now.',
                    replace=Replacement(
                        name='Stretch at a chair',
                        how="Hold a chair that can't slide. Step forward with the other foot and lean until the cramped calf pulls. Its knee stays straight, its heel on the floor.",
                        figure='chair-stretch-straight',
                    ),
                ),
            ),
        ),
        Step(
            name='Walk about',
            say='Now walk about. Heels down.',
            how='Walk slowly through the room. Put each heel down first.',
            partner='Lend an arm until the first steps are steady.',
            figure='walking',
            moves=(Move(name='walk', seconds=120),),
            sources=('article-2', 'cleveland-leg-cramps',),
        ),
    ),
    about='Stand on it. Stretch at a wall.',
    position='Standing at a wall',
    cautions=(
        'Hold on with both hands. A leg that cramps can give way.',
        'Does the pain stay, or get worse as your foot bends up? Stop, and see the warning signs.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury. Do not load the leg.',
            instead='cramp-calf',
        ),
        RoutineAdaptation(
            tag=Tag.BALANCE_PROBLEM,
            why='You may fall. Do it seated.',
            instead='cramp-calf',
        ),
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised.',
            caution='Pain in one calf that stays may be a clot. See the warning signs.',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='You are pregnant.',
            caution='Keep both feet on the floor. Stop if you swell, feel dizzy, bleed or have contractions.',
        ),
        RoutineAdaptation(
            tag=Tag.DIABETES,
            why='With diabetes, never go barefoot.',
            caution='Put shoes on first. Look at your skin after.',
        ),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a small wound.',
            caution='Put shoes on first. Look at your skin after.',
        ),
        RoutineAdaptation(
            tag=Tag.FLAT_FEET,
            why='You have flat feet.',
            caution='Wear a shoe that holds your foot, if one is near.',
        ),
    ),
)
NEEDED = 140
