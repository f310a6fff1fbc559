namespace ResNet.Tests.House;

/// <summary>The packages, the projects below src, use one another as docs/house.md says, and only what everybody may use.</summary>
public class PackageTests
{
    private static readonly HouseTable table = HouseTable.OfPackages(Repository.Plan);

    [Fact]
    public void Packages_use_exactly_what_the_table_says() =>
        HouseReport.Of(table, Packages.In(Repository.Projects()), Packages.ReferencesIn(Repository.Projects()))
            .InLines().Should().BeEmpty();

    [Fact]
    public void Uses_of_packages_run_in_no_circle() =>
        Circles.In(table.Arrows).Select(HouseReport.Way).InLines().Should().BeEmpty();

    [Fact]
    public void Packages_have_no_friends_but_tests_and_benchmarks() =>
        Packages.FriendsIn(Repository.ProjectsAndSources()).InLines().Should().BeEmpty();
}
