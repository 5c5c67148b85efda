"""Packed from routines/figures/hand-fist.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Muscle, Pose, SkeletonKind, Spot

SUM = 763785791
FIGURE = Figure(
    name='hand-fist',
    title='Hand open, hand closed',
    shows='Both hands open wide and bend back, go loose, make a fist and bend down, and go loose.',
    skeleton=SkeletonKind.HAND,
    poses={
        'loose': Pose(
            name='loose',
            angles={
                'near_arm': 72.0,
                'far_arm': 72.0,
                'near_wrist': 4.0,
                'far_wrist': 4.0,
                'near_knuckles': 18.0,
                'far_knuckles': 18.0,
                'near_fingers': 22.0,
                'far_fingers': 22.0,
                'near_tips': 14.0,
                'far_tips': 14.0,
                'near_thumb': 14.0,
                'far_thumb': 14.0,
            },
            pins={'near_wrist': Spot(), 'far_wrist': Spot(x=0.8, y=0.08),},
        ),
        'wide': Pose(
            name='wide',
            angles={
                'near_arm': 72.0,
                'far_arm': 72.0,
                'near_wrist': 40.0,
                'far_wrist': 40.0,
                'near_knuckles': -16.0,
                'far_knuckles': -16.0,
                'near_fingers': 0.0,
                'far_fingers': 0.0,
                'near_tips': 0.0,
                'far_tips': 0.0,
                'near_thumb': -14.0,
                'far_thumb': -14.0,
            },
            pins={'near_wrist': Spot(), 'far_wrist': Spot(x=0.8, y=0.08),},
        ),
        'fist': Pose(
            name='fist',
            angles={
                'near_arm': 72.0,
                'far_arm': 72.0,
                'near_wrist': -45.0,
                'far_wrist': -45.0,
                'near_knuckles': 88.0,
                'far_knuckles': 88.0,
                'near_fingers': 112.0,
                'far_fingers': 112.0,
                'near_tips': 78.0,
                'far_tips': 78.0,
                'near_thumb': 58.0,
                'far_thumb': 58.0,
                'near_thumb_tip': 12.0,
                'far_thumb_tip': 12.0,
            },
            pins={'near_wrist': Spot(), 'far_wrist': Spot(x=0.8, y=0.08),},
        ),
    },
    start='loose',
    moves={
        'open wide': Action(poses=('wide',)),
        'let go': Action(poses=('loose',)),
        'fist': Action(poses=('fist',)),
    },
    works=Muscle.HAND,
)
