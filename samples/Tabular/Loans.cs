using System.Globalization;
using MathNet.Numerics.Distributions;
using ResNet.Tabular;

namespace ResNet.Samples;

/// <summary>
/// Made-up loans, repaid or not: numbers on different scales, categories, missing values, and a rule that no linear model of the
/// columns can represent. The same rows every time.
/// </summary>
internal static class Loans
{
    private const int Rows = 6000;
    private const double Missing = 0.05;
    private const int Seed = 11;
    private static readonly string[] columns = ["age", "income", "amount", "years", "work", "purpose", "repaid"];
    private static readonly string[] works = ["employed", "self-employed", "public service", "none"];
    private static readonly string[] purposes = ["house", "car", "education", "holiday", "other"];

    public static Table Create()
    {
        var random = new Random(Seed);
        return new Table(columns, Enumerable.Range(0, Rows).Select(_ => Row(random)));
    }

    private static string?[] Row(Random random)
    {
        double age = 18 + 60 * random.NextDouble();
        double income = Math.Exp(10 + 0.6 * Normal.Sample(random, 0, 1));
        double amount = Math.Exp(9 + 0.9 * Normal.Sample(random, 0, 1));
        int years = random.Next(1, 21);
        int work = random.Next(works.Length), purpose = random.Next(purposes.Length);

        // the yearly payment relative to income; insecure work and a purpose without a return increase the risk
        double burden = amount / years / income * (work == 3 ? 3 : 1);
        double risk = Math.Log(burden) + 2.2 + (purpose == 3 && work != 2 ? 1 : 0) + (age + years > 75 ? 1.5 : 0);
        risk += Normal.Sample(random, 0, 0.5);
        string?[] cells =
        [
            Text(age, 1), Text(income, 100), Text(amount, 100), Text(years, 1),
            works[work], purposes[purpose], risk < 0 ? "yes" : "no",
        ];
        for (int column = 0; column < cells.Length - 1; column++)
        {
            if (random.NextDouble() < Missing) cells[column] = null;
        }

        return cells;
    }

    private static string Text(double value, int unit) =>
        (Math.Round(value / unit) * unit).ToString(CultureInfo.InvariantCulture);
}
