"""Packed from routines/legs-up.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Move, Part, Purpose, Replacement, Routine, RoutineAdaptation, Sides, Step, Tag

SUM = 3193841802
ROUTINE = Routine(
    name='legs-up',
    title='Legs up, 20 minutes',
    purpose=Purpose.REST,
    part=Part.LEG,
    steps=(
        Step(
            name='Raise your legs',
            say='Lie back. Rest your legs on a pillow.',
            how='Raise your legs a little, as high as a pillow or two (15 to 30 cm). Breathe, and let them go heavy.',
            partner='Slide a pillow under the calves.',
            figure='legs-raised-pillow',
            sides=Sides.BOTH,
            moves=(Move(name='rest', seconds=1200),),
            sources=('article-1', 'marshfield-legs-raised',),
            adapt=(
                Adaptation(
                    tag=Tag.FROM_WEEK_16,
                    why='From week 16, do not lie flat on your back.',
                    replace=Replacement(
                        say='Lean back, well propped up. Rest your legs raised.',
                        how='Prop your back up with pillows, or lie on either side with a pillow under the legs. Do not lie flat on your back.',
                        partner='Put pillows behind the back and under the legs.',
                        figure='legs-raised-propped',
                        position='Propped up, or on a side',
                        sources=(
                            'article-1',
                            'marshfield-legs-raised',
                            'nhs-choices-back',
                            'fiona-stanley-pregnancy',
                        ),
                    ),
                ),
            ),
        ),
        Step(
            name='Pump your feet',
            say='Move one foot up and down. Then the other.',
            how='Stay as you are. Bring the toes up to the shin, then down. Never point them hard.',
            figure='ankle-pump-lying',
            sides=Sides.EACH,
            moves=(Move(name='pump', seconds=1),),
            repetitions=10,
            optional=True,
            sources=('kkh-towel-ankle', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.FROM_WEEK_16,
                    why='From week 16, do not lie flat on your back.',
                    replace=Replacement(
                        how='Stay propped up, or on your side. Bring the toes up to the shin, then down. Never point them hard.',
                        figure='ankle-pump-propped',
                        position='Propped up, or on a side',
                        sources=('kkh-towel-ankle', 'fiona-stanley-pregnancy', 'our-choice',),
                    ),
                ),
            ),
        ),
    ),
    about='Lie back with raised legs.',
    label='A rest for tired legs. It may help; we know of no trial for cramps.',
    position='Lying down',
    cautions=('Does one leg swell, or hurt and stay so? See the warning signs.',),
    notes=('Do it 2 or 3 times a day.',),
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
        RoutineAdaptation(
            tag=Tag.LATE_PREGNANCY,
            why='From week 28, fall asleep on a side.',
            caution='If you fall asleep, do it on a side. Either side is fine.',
        ),
    ),
)
NEEDED = 1205
