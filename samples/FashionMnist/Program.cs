using ResNet.Samples;

return ImageCommand.Run(args);
