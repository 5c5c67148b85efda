"""Packed from routines/bedtime.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 3404324844
ROUTINE = Routine(
    name='bedtime',
    title='Bedtime stretch',
    purpose=Purpose.BEDTIME,
    part=Part.LEG,
    steps=(
        Step(
            name='Calf stretch',
            say='Lean to the wall. Back knee straight, heel down.',
            how='Stand at a wall with both hands on it, one foot forward. Lean until the calf of the back leg pulls. Hold, breathe, and change legs when you hear or see it.',
            partner='Watch the back heel. It stays on the floor.',
            figure='wall-stretch-straight',
            sides=Sides.ALTERNATING,
            moves=(Move(name='hold', seconds=10),),
            repetitions=3,
            change=2,
            sources=('hallegraeff-2012-protocol', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. Do not load the leg.',
                    skip=True,
                ),
                Adaptation(
                    tag=Tag.BALANCE_PROBLEM,
                    why='You may fall. Do it seated.',
                    replace=Replacement(
                        name='Calf stretch, seated',
                        say='Sit, leg straight. Pull the towel to you.',
                        how='Sit on the bed with one leg straight and a towel round the ball of the foot. Draw it to you until the calf pulls. Hold, breathe, and change legs.',
                        partner='Hold the heel still.',
                        figure='towel-pull',
                        position='Sitting on the bed',
                    ),
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='Your balance is not the same in late pregnancy.',
                    caution="Hold a chair that can't slide, if that is steadier.",
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
        Step(
            name='Hamstring stretch',
            say='Sit. One leg straight. Lean forward from your hips.',
            how='Sit on the edge of the bed. Put one leg out straight, the heel on the floor, the toes up. Lean forward with a long back until the back of the thigh pulls. Hold, and breathe.',
            partner='Say it out loud when it is time to change legs.',
            figure='hamstring-seated',
            position='Sitting on the bed',
            sides=Sides.ALTERNATING,
            moves=(Move(name='hold', seconds=10),),
            repetitions=3,
            change=2,
            sources=('hallegraeff-2012-protocol', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury.',
                    caution='Leave it out if it hurts.',
                ),
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to lean forward now.',
                    caution='Lean only a little. A towel round the foot helps.',
                ),
            ),
        ),
    ),
    about='Calf and hamstring, in turn.',
    label='Tested in people over 55, who had fewer cramps at night. A trial of other stretches in pregnancy found no benefit, and no harm. It may help you.',
    position='Standing at a wall',
    cautions=('It should pull, not hurt. Never hold your breath.',),
    notes=(
        'Do it every night for 6 weeks, just before sleep. Your diary shows you if it helps.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='A pop, a bruise or a weak leg is no cramp. See a doctor.',
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
NEEDED = 155
