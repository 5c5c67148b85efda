"""Packed from routines/daily-calf.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 2618223145
ROUTINE = Routine(
    name='daily-calf',
    title='Calf routine, short',
    purpose=Purpose.DAILY,
    part=Part.CALF,
    steps=(
        Step(
            name='Lean at the wall',
            say='Feet flat. Lean to the wall, then stand up straight.',
            how='Stand a big step from a wall, hands on it at chest height, feet flat. Lean in with straight knees until your calves pull. Hold for 3 seconds, then push back up.',
            partner='Watch the heels. They stay on the floor.',
            figure='wall-lean',
            sides=Sides.BOTH,
            moves=(Move(name='lean in', seconds=3), Move(name='upright', seconds=3),),
            repetitions=50,
            sources=('nhs-leg-cramps', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. Do it seated.',
                    replace=Replacement(
                        name='Towel pull, seated',
                        say='Sit. Pull the towel, then let it go.',
                        how='Sit with both legs straight and a towel round the balls of your feet. Draw it to you until your calves pull. Hold for 3 seconds, then let go.',
                        partner='Sit close, and count along.',
                        figure='towel-pull-both',
                        position='Sitting',
                        moves=(Move(name='pull', seconds=3), Move(name='let go', seconds=3),),
                        sources=('nhs-leg-cramps', 'hallegraeff-2012-protocol', 'kkh-towel-ankle', 'our-choice',),
                    ),
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='Your balance is not the same in late pregnancy.',
                    caution='Keep a chair close, to hold on to.',
                ),
                Adaptation(
                    tag=Tag.DIABETES,
                    why='With diabetes, never go barefoot.',
                    caution='Wear shoes. Look at your skin after.',
                ),
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel a small wound.',
                    caution='Wear shoes. Look at your skin after.',
                ),
                Adaptation(
                    tag=Tag.FLAT_FEET,
                    why='You have flat feet.',
                    caution='Wear a shoe that holds your foot. Leave out what hurts.',
                ),
            ),
        ),
    ),
    about='Lean at a wall, 50 times.',
    label='This may help to have fewer cramps. Trials do not agree, so watch what it does for you.',
    position='Standing at a wall',
    cautions=('It should pull, not hurt. Stop if your calf hurts.', 'Keep breathing.',),
    notes=('Up to 3 times a day. Do the last one just before bed.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury. Let it heal, and ask a doctor when to start.',
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
    ),
)
NEEDED = 305
