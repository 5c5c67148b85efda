"""Packed from routines/cramp-hand.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.domain.routine import Adaptation, Ask, Move, Part, Purpose, Routine, RoutineAdaptation, Sides, Step, Tag, Unanswered

SUM = 2720080507
ROUTINE = Routine(
    name='cramp-hand',
    title='Hand cramp, right now',
    purpose=Purpose.FIRST_AID,
    part=Part.HAND,
    steps=(
        Step(
            name='Before you start',
            how='These can be signs of something else, which needs help at once. If you are not sure, say so. With no answer we open the hand, and ask again before the rub.',
            ask=Ask(
                text='Does your mouth tingle? Do your chest or left arm hurt?',
                if_yes='signs',
                wait=15,
                unanswered=Unanswered.GO_ON,
                guards=1,
            ),
            sources=('adam-tetany',),
        ),
        Step(
            name='Open your hand',
            say='Stop. Let your other hand open the fingers gently.',
            how='Put down what you hold. With your other hand, open the fingers one by one. Then lean the open hand back at the wrist until it pulls. Hold, and breathe. Ease, and do it again.',
            partner='Open the fingers one by one. Then lean the open hand back, slowly. Stop if it hurts more.',
            figure='hand-open',
            sides=Sides.AFFECTED,
            moves=(Move(name='open', seconds=15), Move(name='ease', seconds=10),),
            repetitions=3,
            sources=('nhs-inform-hand-stretch', 'our-choice',),
            adapt=(
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel when it is too much.',
                    caution='Watch your fingers as you pull. Go only a little way.',
                ),
            ),
        ),
        Step(
            name='Before you rub',
            how='These can be signs of something else, which needs help at once. If you are not sure, say so.',
            ask=Ask(
                text='Does your mouth tingle? Do your chest or left arm hurt? Is the arm swollen, hot or red?',
                if_yes='signs',
                wait=60,
                unanswered=Unanswered.SKIP,
                guards=1,
            ),
            sources=('adam-tetany', 'nhs-dvt', 'bmc-massage-embolism',),
        ),
        Step(
            name='Rub the hand',
            say='Rub your palm and fingers. Gently.',
            how='Stroke the palm with your other hand, from the fingers to the wrist. Never hard. Stop if it hurts.',
            partner='Take the hand in both of yours. Stroke the palm with your thumbs, gently.',
            figure='hand-rub',
            sides=Sides.AFFECTED,
            moves=(Move(name='rub', seconds=30),),
            sources=('our-choice',),
            adapt=(
                Adaptation(tag=Tag.CLOT_RISK, why='Your risk of a clot is raised. No rubbing.', skip=True),
                Adaptation(
                    tag=Tag.RECENT_INJURY,
                    why='You have a new injury. No rubbing on it.',
                    skip=True,
                ),
                Adaptation(tag=Tag.DIABETES, why='You have diabetes.', caution='Look at your skin after.'),
                Adaptation(
                    tag=Tag.REDUCED_SENSATION,
                    why='You may not feel a sore spot.',
                    caution='Look at your skin after.',
                ),
            ),
        ),
    ),
    about='Stop. Open the hand, gently.',
    position='Sitting',
    cautions=(
        'Does your mouth tingle, too? That is urgent. See the warning signs.',
        'Pain in your left arm or your chest is an emergency. See the warning signs.',
    ),
    notes=(
        'A hand can cramp after long work with it. A short break every 15 minutes may help.',
    ),
    adapt=(
        RoutineAdaptation(
            tag=Tag.RECENT_INJURY,
            why='You have a new injury.',
            caution='A pop, a bruise or a weak hand is no cramp. See a doctor.',
        ),
    ),
)
NEEDED = 105
