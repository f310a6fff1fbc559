using System.Reflection;
using System.Runtime.CompilerServices;
using ResNet.Onnx;
using ResNet.Studies;
using ResNet.Tabular;

namespace ResNet.Tests;

/// <summary>Options are records: one setting is changed by <c>with</c>, and the others stay.</summary>
public class OptionsTests
{
    private static readonly object[] all =
    [
        new TrainerOptions
        {
            Loss = Loss.Huber, Optimizer = new Sgd(0.3f), BatchSize = 7, Epochs = 3, Schedule = Schedule.Constant,
            ClassWeights = [1, 0.25f], Metrics = [Metric.Accuracy], EarlyStopping = new EarlyStopping { Patience = 2 },
            TimeLimit = TimeSpan.FromHours(1), Checkpoints = new Checkpoints("folder"), Seed = -9, ClipNorm = 0.5f, Threads = 2,
        },
        new EarlyStopping { Metric = Metric.MacroF1, Patience = 3, MinimumImprovement = 0.25 },
        new Checkpoints("folder") { EverySteps = 4, Every = TimeSpan.FromMinutes(3), Keep = 5 },
        new OnnxOptions { AppendSoftmax = true },
        new DepthStudyOptions
        {
            Depths = [2, 6], Kinds = [NetworkKind.Residual], Width = 5, Epochs = 6, BatchSize = 7, Seeds = 2, LearningRates = [0.25f, 0.5f],
            Order = BlockOrder.PreNorm, Normalization = Normalization.Layer, Threads = 2,
        },
        new TabularOptions
        {
            Task = TabularTask.Regression, Columns = new TableOptions { Scaling = NumericScaling.QuantileNormal }, Validation = 0.25,
            Seed = -2, Network = builder => builder.AddLayer(2), Training = training => training,
        },
        new TableOptions
        {
            ColumnTypes = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Categorical }, Scaling = NumericScaling.QuantileNormal,
            CategoryEncoding = CategoryEncoding.Codes,
        },
        new CsvOptions { Separator = ';', Header = true, ColumnNames = ["a", "b"], MissingTexts = ["-"], Comment = '#' },
    ];

    public static TheoryData<string> Names => [.. all.Select(options => options.GetType().Name)];

    [Fact]
    public void Whatever_only_holds_settings_is_a_record()
    {
        Type[] settings =
        [
            .. from assembly in typeof(OptionsTests).Assembly.GetReferencedAssemblies()
               where assembly.Name!.StartsWith("ResNet", StringComparison.Ordinal)
               from type in Assembly.Load(assembly).GetExportedTypes()
               where type.IsClass && type.BaseType == typeof(object) && !type.IsAbstract && type.GetConstructors().Length > 0
               where type.GetProperties().Length > 0 && type.GetProperties().All(CanBeSet)
               select type,
        ];

        settings.Should().Contain(all.Select(options => options.GetType()));
        settings.Where(type => type.GetMethod("<Clone>$") is null).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_setting_changes_and_the_others_stay(string name)
    {
        object options = Named(name);
        foreach (PropertyInfo changed in options.GetType().GetProperties())
        {
            object copy = CopyOf(options);
            copy.Should().Be(options);
            object? other = changed.GetValue(Another(options));
            changed.SetValue(copy, other);
            foreach (PropertyInfo property in options.GetType().GetProperties())
            {
                property.GetValue(copy).Should().Be(property.GetValue(property == changed ? Another(options) : options), property.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_setting_is_printed_alike_on_every_machine(string name)
    {
        object options = Named(name), defaults = Another(options);
        foreach (object printed in new[] { options, defaults })
        {
            string text = printed.ToString()!;
            text.Should().StartWith($"{name} {{ ").And.EndWith(" }");
            text.Should().NotContain("System.").And.NotContain("`").And.NotContain("= ,").And.NotContain("=  ");
            foreach (PropertyInfo property in options.GetType().GetProperties())
            {
                if (!typeof(Delegate).IsAssignableFrom(property.PropertyType)) text.Should().Contain($"{property.Name} = ");
            }

            ForeignCulture.In(printed.ToString).Should().Be(text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_of_the_same_settings_are_equal(string name)
    {
        object options = Named(name);
        CopyOf(options).Should().Be(options);
        CopyOf(options).GetHashCode().Should().Be(options.GetHashCode());
        Another(options).Should().Be(Another(options)).And.NotBe(options);
        Another(options).GetHashCode().Should().Be(Another(options).GetHashCode());
    }

    [Fact]
    public void With_keeps_what_is_not_named()
    {
        var options = new TrainerOptions { Optimizer = new Sgd(0.3f), EarlyStopping = new EarlyStopping { Patience = 3 } };
        TrainerOptions longer = options with { Epochs = 50 };

        (longer.Epochs, longer.Optimizer, longer.EarlyStopping!.Patience).Should().Be((50, options.Optimizer, 3));
        options.Epochs.Should().Be(10, "the options themselves do not change");
        (new Checkpoints("here") { Keep = 5 } with { EverySteps = 7 }).Should().Be(new Checkpoints("here") { Keep = 5, EverySteps = 7 });
    }

    [Fact]
    public void With_refuses_what_is_refused_at_first()
    {
        Func<object>[] changes =
        [
            () => new TrainerOptions() with { Epochs = 0 }, () => new TrainerOptions() with { Loss = null! },
            () => new TrainerOptions() with { ClassWeights = [-1] },
            () => new TrainerOptions() with { Metrics = [Metric.Accuracy, Metric.Accuracy] },
            () => new EarlyStopping() with { Patience = 0 }, () => new EarlyStopping() with { MinimumImprovement = double.NaN },
            () => new Checkpoints("here") with { Folder = "" }, () => new Checkpoints("here") with { Folder = null! },
            () => new Checkpoints("here") with { Keep = 0 },
            () => new DepthStudyOptions() with { Depths = [3] }, () => new DepthStudyOptions() with { LearningRates = [] },
            () => new TabularOptions() with { Validation = 1 }, () => new TabularOptions() with { Training = null! },
            () => new TableOptions() with { Scaling = (NumericScaling)9 }, () => new CsvOptions() with { MissingTexts = null! },
        ];
        foreach (Func<object> change in changes) change.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Lists_are_copied()
    {
        List<string> names = ["a"], missing = ["-"];
        Dictionary<string, ColumnType> types = new() { ["a"] = ColumnType.Numeric };
        List<float> weights = [1];
        var csv = new CsvOptions { ColumnNames = names, MissingTexts = missing };
        var table = new TableOptions { ColumnTypes = types };
        var trainer = new TrainerOptions { ClassWeights = weights };
        (names[0], missing[0], types["b"], weights[0]) = ("b", "b", ColumnType.Ignored, 2);

        csv.Should().Be(new CsvOptions { ColumnNames = ["a"], MissingTexts = ["-"] });
        table.ColumnTypes.Keys.Should().Equal("a");
        trainer.ClassWeights.Should().Equal(1);
    }

    /// <summary>Options with the defaults.</summary>
    private static object Another(object options) =>
        options is Checkpoints ? new Checkpoints("elsewhere") : Activator.CreateInstance(options.GetType())!;

    private static object CopyOf(object options)
    {
        MethodInfo? clone = options.GetType().GetMethod("<Clone>$");
        return clone?.Invoke(options, null) ?? throw new MissingMethodException($"{options.GetType().Name} is no record");
    }

    private static object Named(string name) => all.Single(options => options.GetType().Name == name);

    private static bool CanBeSet(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}
