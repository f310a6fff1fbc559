using ResNet.Samples;

return DeployCommand.Run(args);
