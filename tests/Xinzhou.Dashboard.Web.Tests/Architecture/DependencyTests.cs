using System.Reflection;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Shell;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>Who may depend on whom (docs/architecture.md).</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Domain = typeof(Figure).Assembly;
    private static readonly Assembly Data = typeof(SnapshotStore).Assembly;
    private static readonly Assembly Documents = Assembly.Load("Xinzhou.Dashboard.Documents");
    private static readonly Assembly Web = typeof(Address).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(Domain, Data, Documents, Web).Build();

    public static TheoryData<string, string[]> Walls => new()
    {
        { Domain.GetName().Name!, [] },
        { Data.GetName().Name!, ["Xinzhou.Dashboard.Domain"] },
        { Documents.GetName().Name!, ["Xinzhou.Dashboard.Domain"] },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void Dependencies_point_from_the_web_to_data_and_documents_to_the_domain_and_nowhere_else(string project, string[] allowed)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies()
            .Select(a => a.Name!).Where(n => n.StartsWith("Xinzhou.", StringComparison.Ordinal));

        Assert.Empty(used.Except(allowed));
    }

    [Fact]
    public void The_domain_uses_no_package() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Reading_pages_do_not_know_the_database() =>
        Types().That().ResideInNamespaceMatching(@"^Xinzhou\.Dashboard\.Web\.(Browse|Charts|Shell)")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching("^Npgsql")
            .AndShould().NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"^Xinzhou\.Dashboard\.Data\.(Server|Import|Migrations|Audit|Access)")
            .Because("pages read the snapshot and nothing else").Check(House);

    [Theory]
    [InlineData("Xinzhou.Dashboard.Domain")]
    [InlineData("Xinzhou.Dashboard.Data")]
    [InlineData("Xinzhou.Dashboard.Documents")]
    [InlineData("Xinzhou.Dashboard.Web")]
    public void No_two_folders_of_a_project_know_each_other(string project)
    {
        var arrows = Arrows(project);
        var circles = arrows.Where(a => string.CompareOrdinal(a.Key.From, a.Key.To) < 0 && arrows.Contains((a.Key.To, a.Key.From)))
            .SelectMany(a => a.Distinct().Concat(arrows[(a.Key.To, a.Key.From)].Distinct()).Prepend($"{a.Key.From} ⇄ {a.Key.To}:"));

        Assert.False(circles.Any(), string.Join('\n', circles));
    }

    // Pages of the web lead to each other, so its folders are held to the former only.
    [Theory]
    [InlineData("Xinzhou.Dashboard.Domain")]
    [InlineData("Xinzhou.Dashboard.Data")]
    [InlineData("Xinzhou.Dashboard.Documents")]
    public void Below_the_web_no_folders_stand_in_a_circle(string project)
    {
        var arrows = Arrows(project);
        var left = arrows.Select(a => a.Key).ToHashSet();
        // A folder that knows nobody, or that nobody knows, is in no circle; without it, others are so, too.
        while (left.RemoveWhere(a => !left.Any(b => b.From == a.To) || !left.Any(b => b.To == a.From)) > 0)
        {
        }

        Assert.True(left.Count == 0, string.Join('\n', left.SelectMany(a => arrows[a].Distinct())));
    }

    [Fact]
    public void Nothing_but_its_own_file_knows_a_kind_of_rules() =>
        Types().That().DoNotResideInNamespaceMatching(@"^Xinzhou\.Dashboard\.Domain\.Rules\.Kinds$")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"^Xinzhou\.Dashboard\.Domain\.Rules\.Kinds$")
            .Because("a kind is added by adding its file").Check(House);

    [Fact]
    public void A_folder_is_a_feature_not_a_kind_of_class()
    {
        string[] kinds = ["Services", "Helpers", "Utils", "Utilities", "Managers", "Common", "Misc"];
        var namespaces = new[] { Domain, Data, Documents, Web }.SelectMany(a => a.GetTypes()).Select(t => t.Namespace ?? "").Distinct();

        Assert.DoesNotContain(namespaces, n => n.Split('.').Intersect(kinds).Any());
    }

    [Fact]
    public void Figures_and_other_values_of_the_domain_cannot_be_changed() =>
        Assert.All(
            Domain.GetTypes().Where(t => t.IsPublic && t.GetMethod("<Clone>$") is not null),
            t => Assert.All(
                t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }),
                p => Assert.Contains(
                    p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers(),
                    m => m.FullName == "System.Runtime.CompilerServices.IsExternalInit")));

    // A type's room is the folder right below its project; generated and nested types live where their owner does.
    private static ILookup<(string From, string To), string> Arrows(string project)
    {
        string? Room(ArchUnitNET.Domain.IType type) =>
            type.Namespace?.FullName is { } name && name.StartsWith(project + ".", StringComparison.Ordinal) ? name[(project.Length + 1)..].Split('.')[0] : null;
        return House.Types
            // A type parameter is taken for that of another type with the same name.
            .SelectMany(t => t.Dependencies.Where(d => d.Target is not ArchUnitNET.Domain.GenericParameter).Select(d => (From: Room(t), To: Room(d.Target), Text: $"{t.FullName} → {d.Target.FullName}")))
            .Where(a => a.From is not null && a.To is not null && a.From != a.To)
            .ToLookup(a => (From: a.From!, To: a.To!), a => a.Text);
    }
}
