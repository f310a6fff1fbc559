using System.Globalization;
using System.Runtime.CompilerServices;
using ResNet.Fitting;

namespace ResNet.Tests;

/// <summary>
/// The culture that these tests run under. <c>RESNET_TEST_CULTURE</c> names one, such as <c>de-DE</c>; without it, it is the
/// machine's.
/// </summary>
public class TestCultureTests
{
    /// <summary>Cultures that the whole suite is to be run under, with how they write 1/2 and −1 and an i in capitals.</summary>
    private static readonly Dictionary<string, (string Half, string MinusOne, string Capital)> known = new()
    {
        ["de-DE"] = ("0,5", "-1", "I"),
        ["tr-TR"] = ("0,5", "-1", "İ"),
        ["fa-IR"] = ("0٫5", "\u200E\u22121", "I"),
    };

    /// <summary>Before any test runs.</summary>
    [ModuleInitializer]
    internal static void Begin() => TestCulture.Begin();

    public static TheoryData<string> Known => [.. known.Keys];

    [Theory]
    [MemberData(nameof(Known))]
    public void Cultures_are_there_and_write_as_they_do(string name) => Written(new CultureInfo(name)).Should().Be(known[name]);

    [Fact]
    public void The_culture_is_the_one_that_was_asked_for()
    {
        if (string.IsNullOrEmpty(TestCulture.Asked)) return;
        known.Should().ContainKey(TestCulture.Asked, "{0} names a culture that this test knows", TestCulture.Variable);
        WrittenNow().Should().Be(known[TestCulture.Asked]);
    }

    [Fact]
    public async Task So_it_is_in_threads_and_tasks()
    {
        if (string.IsNullOrEmpty(TestCulture.Asked)) return;
        (string, string, string) inThread = default;
        var thread = new Thread(() => inThread = WrittenNow());
        using (ExecutionContext.SuppressFlow()) thread.Start();
        thread.Join();
        inThread.Should().Be(known[TestCulture.Asked]);
        Task<(string, string, string)> task;
        using (ExecutionContext.SuppressFlow()) task = Task.Run(WrittenNow);
        (await task).Should().Be(known[TestCulture.Asked]);
    }

    private static (string Half, string MinusOne, string Capital) WrittenNow()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentUICulture.Should().Be(culture);
        return Written(culture);
    }

    private static (string Half, string MinusOne, string Capital) Written(CultureInfo culture) =>
        (0.5.ToString(culture), (-1).ToString(culture), "i".ToUpper(culture));
}
