using ResNet.Samples;

return TabularCommand.Run(args);
