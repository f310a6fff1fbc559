namespace ResNet.Samples;

/// <summary>
/// A made-up loan, repaid or not: numbers on different scales, categories, missing values, and a rule that no linear model of the
/// columns can represent.
/// </summary>
internal sealed record Loan(double Age, double? Income, double? Amount, int Years, string Work, string? Purpose, string Repaid)
{
    private static readonly string[] works = ["employed", "self-employed", "public service", "none"];
    private static readonly string[] purposes = ["house", "car", "education", "holiday", "other"];

    /// <summary>So many loans, the same every time.</summary>
    public static IEnumerable<Loan> Some(int count)
    {
        var random = new Random(11);
        return Enumerable.Range(0, count).Select(_ => Next(random));
    }

    private static Loan Next(Random random)
    {
        double age = 18 + random.Next(60), income = Math.Exp(9 + 2 * random.NextDouble()), amount = Math.Exp(7 + 4 * random.NextDouble());
        int years = random.Next(1, 21), work = random.Next(works.Length), purpose = random.Next(purposes.Length);

        // the yearly payment relative to income; insecure work and a purpose without a return increase the risk
        double burden = amount / years / income * (work == 3 ? 3 : 1);
        double risk = Math.Log(burden) + 2.2 + (purpose == 3 && work != 2 ? 1 : 0) + (age + years > 75 ? 1.5 : 0);
        return new Loan(
            age, Known(Math.Round(income)), Known(Math.Round(amount)), years, works[work], random.Next(20) == 0 ? null : purposes[purpose],
            risk + random.NextDouble() < 0.5 ? "yes" : "no");

        double? Known(double value) => random.Next(20) == 0 ? null : value;
    }
}
