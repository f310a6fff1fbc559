using System.Reflection;

namespace ResNet.Tests;

/// <summary>Wherever the packages take values of an enumeration, they refuse one that does not exist.</summary>
public class EnumRefusalTests
{
    /// <summary>What the library returns and does not take, so that users have no cause to make one.</summary>
    private static readonly string[] results = ["DepthStudyPoint", "DepthStudyRun"];

    private static readonly Dictionary<string, EnumArgument> arguments = typeof(EnumRefusalTests).Assembly.GetReferencedAssemblies()
        .Where(assembly => assembly.Name!.StartsWith("ResNet", StringComparison.Ordinal))
        .SelectMany(assembly => EnumArgument.In(Assembly.Load(assembly)))
        .ToDictionary(argument => argument.ToString());

    public static TheoryData<string> Taken => [.. arguments.Keys.Where(name => !results.Contains(name.Split('.')[0]))];

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_value_that_does_not_exist_is_refused_under_the_arguments_own_name(string name)
    {
        EnumArgument argument = arguments[name];
        int behindTheLast = Enum.GetValuesAsUnderlyingType(argument.Enumeration).Cast<int>().Max() + 1;
        foreach (int number in (int[])[-1, behindTheLast, int.MaxValue])
        {
            argument.Invoking(a => a.Give(number)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName(argument.Name)
                .WithMessage($"There is no such {argument.Enumeration.Name}.*").Which.ActualValue.Should().BeOfType(argument.Enumeration);
        }
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_value_that_exists_is_taken(string name) =>
        arguments[name].Invoking(argument => argument.Give((int)Enum.GetValues(argument.Enumeration).GetValue(0)!)).Should().NotThrow();

    [Fact]
    public void Every_kind_of_argument_is_found() => arguments.Keys.Should()
        .Contain("SettingsBuilder`1.WithActivation(activation)", "a method of a generic class takes it")
        .And.Contain("Schedule.WithWarmup(unit)", "a method of an abstract class takes it")
        .And.Contain("StepSchedule.Unit", "a property is it")
        .And.Contain("TabularOptions.Task", "a property is it or null")
        .And.Contain("TableOptions.ColumnTypes", "a dictionary holds it")
        .And.Contain("DepthStudyOptions.Kinds", "a list holds it")
        .And.Contain("DepthStudyRun..ctor(Status)", "a constructor takes it");
}
