using ResNet.Onnx;
using ResNet.Plotting;
using ResNet.Studies;
using ResNet.Tabular;

namespace ResNet.Tests.Docs;

/// <summary>The examples that an editor shows beside a type or a member.</summary>
public class MemberExampleTests
{
    /// <summary>What a program begins with.</summary>
    private static readonly Type[] beginnings =
    [
        typeof(Network), typeof(NetworkBuilder), typeof(Layer), typeof(PlainBlock), typeof(ResidualBlock), typeof(Embedding),
        typeof(Dataset), typeof(Trainer), typeof(TrainerOptions), typeof(EarlyStopping), typeof(Checkpoints), typeof(ConsoleProgress),
        typeof(Sgd), typeof(Adam), typeof(AdamW), typeof(Optimizer), typeof(Loss), typeof(Metric), typeof(Schedule), typeof(ForwardPass),
        typeof(Parameter), typeof(ConfusionMatrix), typeof(NetworkFile), typeof(Table), typeof(TabularModel), typeof(TabularOptions),
        typeof(CsvOptions), typeof(OnnxOptions), typeof(TrainingFigure), typeof(ConfusionFigure), typeof(DepthStudyFigure),
        typeof(DepthStudy),
    ];

    public static TheoryData<string> Places => [.. MemberExamples.All.Select(example => example.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Each_compiles(string place) =>
        CompiledBlock.Errors(MemberExamples.All.Single(example => example.Place == place)).Should().BeEmpty();

    [Fact]
    public void Whatever_a_program_begins_with_has_one() =>
        beginnings.Where(type => !MemberExamples.HasOne(type)).Select(type => type.Name).Should().BeEmpty();
}
