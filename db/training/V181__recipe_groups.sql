-- Recipes of earlier versions had their fields side by side.
update training_run
set recipe = jsonb_build_object(
        'network', jsonb_build_object(
            'backbone', recipe -> 'backbone',
            'widthFactor', recipe -> 'widthFactor',
            'embeddingDimensions', recipe -> 'embeddingDimensions'),
        'head', jsonb_build_object(
            'name', recipe -> 'head',
            'scale', recipe -> 'scale',
            'marginRadians', recipe -> 'marginRadians'),
        'epochs', recipe -> 'epochs',
        'batchSize', recipe -> 'batchSize',
        'schedule', recipe -> 'schedule',
        'optimiser', jsonb_build_object(
            'momentum', recipe -> 'momentum',
            'weightDecay', recipe -> 'weightDecay',
            'gradientClipNorm', recipe -> 'gradientClipNorm'),
        'augmentation', recipe -> 'augmentation',
        'checkpoints', jsonb_build_object('everySteps', recipe -> 'checkpointEverySteps'),
        'seed', recipe -> 'seed')
where recipe ? 'widthFactor';
