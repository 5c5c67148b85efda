"""Packed from routines/figures/front-thigh-lying.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3138578801
FIGURE = Figure(
    name='front-thigh-lying',
    title='Front thigh stretch, on the side',
    shows='A person lies on the side, seen from above. A hand draws the heel of the upper leg toward the buttock.',
    poses={
        'rest': Pose(
            name='rest',
            angles={
                'lean': 90.0,
                'near_hip': 6.0,
                'near_knee': 30.0,
                'near_ankle': -20.0,
                'far_hip': 66.0,
                'far_knee': 90.0,
                'far_ankle': -20.0,
                'far_shoulder': 104.0,
                'far_elbow': 110.0,
                'near_shoulder': -18.0,
                'near_elbow': 8.0,
            },
            pins={'hip': Spot(),},
        ),
        'bent': Pose(
            name='bent',
            angles={
                'lean': 90.0,
                'near_hip': -12.0,
                'near_knee': 142.0,
                'near_ankle': -30.0,
                'far_hip': 66.0,
                'far_knee': 90.0,
                'far_ankle': -20.0,
                'far_shoulder': 104.0,
                'far_elbow': 110.0,
                'near_shoulder': -18.0,
                'near_elbow': 8.0,
                'back': -4.0,
            },
            pins={'hip': Spot(),},
            reach={'near_hand': Spot(on='near_instep', along=0.2),},
        ),
    },
    start='rest',
    moves={'hold': Action(poses=('bent',)), 'ease': Action(poses=('rest',)),},
    works=Muscle.FRONT_THIGH,
    scenery=(
        Item(thing=Thing.BED, at=Spot(x=-0.02, y=0.33), size=(1.12, 0.64,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.42), size=(0.42, 0.2,), turn=90.0),
    ),
)
