namespace ResNet.Benchmarks.Tables;

/// <summary>What the turns measure, in seconds or in millions of bytes.</summary>
internal enum TableFigure
{
    Reading,
    ReadingMemory,
    Spans,
    SpansAndNumbers,
    FirstStep,
    FirstStepMemory,
    NeededMemory,
    ModelPrediction,
    NetworkPrediction,
    TextLoaderFit,
    TextLoaderPass,
}
