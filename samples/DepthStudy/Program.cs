using ResNet.Samples;

return StudyCommand.Run(args);
