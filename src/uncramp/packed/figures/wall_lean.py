"""Packed from routines/figures/wall-lean.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3779235757
FIGURE = Figure(
    name='wall-lean',
    title='Wall lean',
    shows='A person leans to a wall with straight knees and flat feet, then stands up straight.',
    poses={
        'upright': Pose(
            name='upright',
            angles={'lean': 4.0, 'far_hip': 3.0,},
            pins={'near_heel': Spot(x=-0.045),},
            reach={'near_hand': Spot(x=0.39, y=0.715), 'far_hand': Spot(x=0.395, y=0.735),},
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 60.0, 'far_hand': 60.0,},
        ),
        'leaned': Pose(
            name='leaned',
            angles={'lean': 20.0, 'far_hip': 3.0,},
            pins={'near_heel': Spot(x=-0.045),},
            reach={'near_hand': Spot(x=0.39, y=0.715), 'far_hand': Spot(x=0.395, y=0.735),},
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 60.0, 'far_hand': 60.0,},
        ),
    },
    start='upright',
    moves={'lean in': Action(poses=('leaned',)), 'upright': Action(poses=('upright',)),},
    works=Muscle.CALF,
    scenery=(Item(thing=Thing.FLOOR), Item(thing=Thing.WALL, at=Spot(x=0.425)),),
)
