"""Packed from routines/figures/hand-rub.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Muscle, Pose, SkeletonKind, Spot

SUM = 3997618542
FIGURE = Figure(
    name='hand-rub',
    title='Hand rub',
    shows='One hand strokes the palm of the other.',
    skeleton=SkeletonKind.HAND,
    poses={
        'fingers': Pose(
            name='fingers',
            angles={
                'near_arm': 110.0,
                'near_wrist': 15.0,
                'near_knuckles': -5.0,
                'near_fingers': 0.0,
                'near_thumb': -40.0,
                'far_arm': 220.0,
                'far_wrist': 20.0,
                'far_knuckles': 90.0,
                'far_fingers': 105.0,
                'far_tips': 60.0,
                'far_thumb': -10.0,
                'far_thumb_tip': 0.0,
            },
            pins={
                'near_wrist': Spot(),
                'far_thumbtip': Spot(on='near_finger', along=0.45, out=-0.02),
            },
        ),
        'wrist': Pose(
            name='wrist',
            angles={
                'near_arm': 110.0,
                'near_wrist': 15.0,
                'near_knuckles': -5.0,
                'near_fingers': 0.0,
                'near_thumb': -40.0,
                'far_arm': 220.0,
                'far_wrist': 20.0,
                'far_knuckles': 90.0,
                'far_fingers': 105.0,
                'far_tips': 60.0,
                'far_thumb': -10.0,
                'far_thumb_tip': 0.0,
            },
            pins={
                'near_wrist': Spot(),
                'far_thumbtip': Spot(on='near_palm_side', along=0.15, out=-0.05),
            },
        ),
        'middle': Pose(
            name='middle',
            angles={
                'near_arm': 110.0,
                'near_wrist': 15.0,
                'near_knuckles': -5.0,
                'near_fingers': 0.0,
                'near_thumb': -40.0,
                'far_arm': 220.0,
                'far_wrist': 20.0,
                'far_knuckles': 90.0,
                'far_fingers': 105.0,
                'far_tips': 60.0,
                'far_thumb': -10.0,
                'far_thumb_tip': 0.0,
            },
            pins={
                'near_wrist': Spot(),
                'far_thumbtip': Spot(on='near_palm_side', along=0.75, out=-0.05),
            },
        ),
        'back': Pose(
            name='back',
            angles={
                'near_arm': 110.0,
                'near_wrist': 15.0,
                'near_knuckles': -5.0,
                'near_fingers': 0.0,
                'near_thumb': -40.0,
                'far_arm': 220.0,
                'far_wrist': 20.0,
                'far_knuckles': 90.0,
                'far_fingers': 105.0,
                'far_tips': 60.0,
                'far_thumb': -10.0,
                'far_thumb_tip': 0.0,
            },
            pins={
                'near_wrist': Spot(),
                'far_thumbtip': Spot(on='near_palm_side', along=0.9, out=0.3),
            },
        ),
    },
    start='fingers',
    moves={'rub': Action(poses=('middle', 'wrist', 'back', 'fingers',), every=4000),},
    works=Muscle.HAND,
    far_before=True,
)
