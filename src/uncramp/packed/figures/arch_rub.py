"""Packed from routines/figures/arch-rub.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Muscle, Pose, SkeletonKind, Spot

SUM = 2522108591
FIGURE = Figure(
    name='arch-rub',
    title='Arch rub',
    shows='A foot, close up. A thumb strokes the arch from the toes to the heel.',
    skeleton=SkeletonKind.FOOT,
    poses={
        'toes': Pose(
            name='toes',
            angles={
                'shin': -48.0,
                'hand_arm': 222.0,
                'hand_wrist': 18.0,
                'hand_knuckles': 95.0,
                'hand_fingers': 110.0,
                'hand_tips': 60.0,
                'hand_thumb': -25.0,
                'hand_thumb_tip': -10.0,
            },
            pins={'ankle': Spot(y=0.6), 'hand_thumbtip': Spot(on='arch', along=0.95, out=0.02),},
            level={'sole': 66.0,},
        ),
        'heel': Pose(
            name='heel',
            angles={
                'shin': -48.0,
                'hand_arm': 222.0,
                'hand_wrist': 18.0,
                'hand_knuckles': 95.0,
                'hand_fingers': 110.0,
                'hand_tips': 60.0,
                'hand_thumb': -25.0,
                'hand_thumb_tip': -10.0,
            },
            pins={'ankle': Spot(y=0.6), 'hand_thumbtip': Spot(on='arch', along=0.15, out=0.02),},
            level={'sole': 66.0,},
        ),
        'middle': Pose(
            name='middle',
            angles={
                'shin': -48.0,
                'hand_arm': 222.0,
                'hand_wrist': 18.0,
                'hand_knuckles': 95.0,
                'hand_fingers': 110.0,
                'hand_tips': 60.0,
                'hand_thumb': -25.0,
                'hand_thumb_tip': -10.0,
            },
            pins={'ankle': Spot(y=0.6), 'hand_thumbtip': Spot(on='arch', along=0.55, out=0.02),},
            level={'sole': 66.0,},
        ),
        'back': Pose(
            name='back',
            angles={
                'shin': -48.0,
                'hand_arm': 222.0,
                'hand_wrist': 18.0,
                'hand_knuckles': 95.0,
                'hand_fingers': 110.0,
                'hand_tips': 60.0,
                'hand_thumb': -25.0,
                'hand_thumb_tip': -10.0,
            },
            pins={'ankle': Spot(y=0.6), 'hand_thumbtip': Spot(on='arch', along=0.6, out=-0.2),},
            level={'sole': 66.0,},
        ),
    },
    start='toes',
    moves={'rub': Action(poses=('middle', 'heel', 'back', 'toes',), every=4000),},
    works=Muscle.ARCH,
)
