"""Packed from routines/figures/walking.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 3999531909
FIGURE = Figure(
    name='walking',
    title='Walking',
    shows='A person walks slowly, heels first.',
    poses={
        'near-step': Pose(
            name='near-step',
            angles={
                'lean': 3.0,
                'far_toes': 38.0,
                'near_shoulder': -26.0,
                'near_elbow': 12.0,
                'far_shoulder': 30.0,
                'far_elbow': 24.0,
            },
            pins={'hip': Spot(y=0.5),},
            reach={'near_heel': Spot(x=0.19, y=0.005), 'far_ball': Spot(x=-0.13, y=0.005),},
            level={'near_sole': 24.0, 'far_sole': -38.0,},
        ),
        'far-passes': Pose(
            name='far-passes',
            angles={'lean': 3.0, 'near_elbow': 16.0, 'far_elbow': 16.0,},
            pins={'hip': Spot(y=0.525),},
            reach={'near_heel': Spot(x=-0.04), 'far_ankle': Spot(x=-0.03, y=0.15),},
            level={'near_sole': 0.0, 'far_sole': -30.0,},
        ),
        'far-step': Pose(
            name='far-step',
            angles={
                'lean': 3.0,
                'near_toes': 38.0,
                'far_shoulder': -26.0,
                'far_elbow': 12.0,
                'near_shoulder': 30.0,
                'near_elbow': 24.0,
            },
            pins={'hip': Spot(y=0.5),},
            reach={'far_heel': Spot(x=0.19, y=0.005), 'near_ball': Spot(x=-0.13, y=0.005),},
            level={'far_sole': 24.0, 'near_sole': -38.0,},
        ),
        'near-passes': Pose(
            name='near-passes',
            angles={'lean': 3.0, 'near_elbow': 16.0, 'far_elbow': 16.0,},
            pins={'hip': Spot(y=0.525),},
            reach={'far_heel': Spot(x=-0.04), 'near_ankle': Spot(x=-0.03, y=0.15),},
            level={'far_sole': 0.0, 'near_sole': -30.0,},
        ),
    },
    start='near-passes',
    moves={
        'walk': Action(poses=('near-step', 'far-passes', 'far-step', 'near-passes',), every=1800),
    },
    scenery=(Item(thing=Thing.FLOOR),),
)
