"""Packed from routines/self-massage.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 3471286406
ROUTINE = Routine(
    name='self-massage',
    title='Light leg strokes',
    purpose=Purpose.BEDTIME,
    part=Part.LEG,
    steps=(
        Step(
            name='Before you stroke',
            how='These can be signs of a clot. Rubbing a clot is dangerous. If you are not sure, say so.',
            ask=Ask(
                text='Is one leg swollen, hot, red or darker? Does it hurt more as the foot bends up?',
                if_yes='signs',
                wait=60,
                unanswered=Unanswered.SKIP,
                guards=3,
            ),
            sources=('nhs-dvt', 'bmc-massage-embolism',),
        ),
        Step(
            name='A baby, before or after birth',
            how='A leg with a hidden clot must not be rubbed. Did a midwife or doctor say that your risk of a clot is not raised? Only then may you say no. If you are not sure, say so.',
            ask=Ask(
                text='Are you pregnant, or did you give birth in the last 6 weeks?',
                if_yes='foot-exercises',
                wait=60,
                unanswered=Unanswered.SKIP,
                guards=2,
            ),
            sources=('bmc-massage-embolism', 'rcog-clots',),
        ),
        Step(
            name='Stroke upward',
            say='Stroke from the ankle to the knee. Lightly.',
            how='Lay both flat hands round the ankle. Stroke slowly up to the knee, as light as can be. Go back and do it again.',
            partner='Stroke with flat hands from the ankle to the knee, lightly. Never press.',
            figure='upward-strokes',
            sides=Sides.EACH,
            moves=(Move(name='stroke', seconds=60),),
            sources=('article-1', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.LATE_PREGNANCY,
                    why='It is hard to reach your feet now.',
                    caution="Can't reach your ankle? Let a helper do it.",
                ),
            ),
        ),
        Step(
            name='Tap lightly',
            say='Tap the calf with loose fingers. Lightly.',
            how='Let your fingers go loose and tap the calf softly, up and down.',
            partner='Tap the calf with loose fingers, as light as rain.',
            figure='tapping',
            sides=Sides.EACH,
            moves=(Move(name='tap', seconds=20),),
            sources=('article-1', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.PREGNANT,
                    why='In pregnancy, light strokes only. No tapping.',
                    skip=True,
                ),
            ),
        ),
    ),
    about='Stroke, then tap. In the evening.',
    label='It may feel good. There is no proof that it keeps cramps away.',
    position='Sitting on the bed',
    cautions=('Light strokes only. Never press deep, and never on a sore spot.',),
    notes=('We ask about signs of a clot each time. To rub over a clot is dangerous.',),
    adapt=(
        RoutineAdaptation(
            tag=Tag.CLOT_RISK,
            why='Your risk of a clot is raised. No rubbing.',
            instead='legs-up',
        ),
        RoutineAdaptation(
            tag=Tag.VARICOSE_VEINS,
            why='You have varicose veins. No rubbing over them.',
            instead='legs-up',
        ),
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury. No rubbing on it.',
            instead='legs-up',
        ),
        RoutineAdaptation(
            tag=Tag.PREGNANT,
            why='In pregnancy a clot may be hidden.',
            caution='Strokes only, and only if a midwife or doctor said your risk of a clot is not raised. Stop if your calf hurts or swells, or if you feel dizzy. Stop if you bleed or have contractions.',
        ),
        RoutineAdaptation(tag=Tag.DIABETES, why='You have diabetes.', caution='Look at your skin after.'),
        RoutineAdaptation(
            tag=Tag.REDUCED_SENSATION,
            why='You may not feel a sore spot.',
            caution='Look at your skin after.',
        ),
    ),
)
NEEDED = 180
