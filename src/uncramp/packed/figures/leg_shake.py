"""Packed from routines/figures/leg-shake.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1526835167
FIGURE = Figure(
    name='leg-shake',
    title='Leg shaken loose',
    shows='A person sits and shakes one leg loosely.',
    poses={
        'rest': Pose(
            name='rest',
            angles={'lean': 2.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.24),
                'far_heel': Spot(x=0.12),
                'near_hand': Spot(x=0.04, y=0.27),
                'far_hand': Spot(x=0.08, y=0.27),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'out': Pose(
            name='out',
            angles={'lean': -4.0, 'near_hip': 101.0, 'near_knee': 34.0, 'near_ankle': -35.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'far_heel': Spot(x=0.12),
                'near_hand': Spot(x=0.04, y=0.27),
                'far_hand': Spot(x=0.08, y=0.27),
            },
            level={'far_sole': 0.0,},
        ),
        'in': Pose(
            name='in',
            angles={'lean': -4.0, 'near_hip': 101.0, 'near_knee': 80.0, 'near_ankle': 5.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'far_heel': Spot(x=0.12),
                'near_hand': Spot(x=0.04, y=0.27),
                'far_hand': Spot(x=0.08, y=0.27),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='rest',
    moves={'shake': Action(poses=('out', 'in',), every=800),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.28, 0.34,)),
    ),
)
