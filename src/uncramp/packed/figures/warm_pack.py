"""Packed from routines/figures/warm-pack.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1762908130
FIGURE = Figure(
    name='warm-pack',
    title='Warm pack',
    shows='A person rests with a wrapped pack on the calf.',
    poses={
        'rest': Pose(
            name='rest',
            angles={'lean': -6.0, 'back': 16.0, 'head': 14.0,},
            pins={'hip': Spot(y=0.085),},
            reach={
                'near_heel': Spot(x=0.38),
                'far_heel': Spot(x=0.5, y=0.01),
                'near_hand': Spot(on='near_shin', along=0.1),
                'far_hand': Spot(on='far_thigh', along=0.5),
            },
            level={'near_sole': 0.0,},
        ),
    },
    start='rest',
    moves={'warm': Action(poses=('rest',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.BED, at=Spot(x=0.13), size=(0.86, 0.05,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.12, y=0.06), size=(0.24, 0.12,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.1, y=0.25), size=(0.36, 0.1,), turn=-80.0),
        Item(
            thing=Thing.PACK,
            at=Spot(on='near_calf', along=0.5, out=-0.01),
            size=(0.17, 0.09,),
            turn=-58.0,
            front=True,
        ),
    ),
)
