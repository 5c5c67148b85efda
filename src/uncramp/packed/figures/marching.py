"""Packed from routines/figures/marching.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 791834106
FIGURE = Figure(
    name='marching',
    title='Marching',
    shows='A person marches on the spot.',
    poses={
        'stand': Pose(
            name='stand',
            angles={'near_elbow': 20.0, 'far_elbow': 20.0,},
            pins={'hip': Spot(y=0.53),},
            reach={'near_heel': Spot(x=-0.045), 'far_heel': Spot(x=-0.03),},
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'near-up': Pose(
            name='near-up',
            angles={
                'near_elbow': 20.0,
                'far_elbow': 56.0,
                'near_hip': 50.0,
                'near_knee': 62.0,
                'near_shoulder': -28.0,
                'far_shoulder': 26.0,
            },
            pins={'hip': Spot(y=0.53),},
            reach={'far_heel': Spot(x=-0.03),},
            level={'near_sole': -14.0, 'far_sole': 0.0,},
        ),
        'far-up': Pose(
            name='far-up',
            angles={
                'near_elbow': 56.0,
                'far_elbow': 20.0,
                'far_hip': 50.0,
                'far_knee': 62.0,
                'far_shoulder': -28.0,
                'near_shoulder': 26.0,
            },
            pins={'hip': Spot(y=0.53),},
            reach={'near_heel': Spot(x=-0.045),},
            level={'near_sole': 0.0, 'far_sole': -14.0,},
        ),
    },
    start='stand',
    moves={'march': Action(poses=('near-up', 'stand', 'far-up', 'stand',), every=2000),},
    scenery=(Item(thing=Thing.FLOOR),),
)
