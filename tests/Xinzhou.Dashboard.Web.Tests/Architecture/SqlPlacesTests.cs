using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>EF Core carries the write model; plain SQL stays where decision 0007 lists it.</summary>
public sealed partial class SqlPlacesTests
{
    /// <summary>The rooms that speak to PostgreSQL themselves, and what they do there.</summary>
    private static readonly Dictionary<string, string> Places = new()
    {
        ["Xinzhou.Dashboard.Data.Audit"] = "the chain and its verification; names and search over the log",
        ["Xinzhou.Dashboard.Data.Backup"] = "COPY of every table, whatever tables there are",
        ["Xinzhou.Dashboard.Data.Changes"] = "the events and the commit in one batch; hands on the connection of a change",
        ["Xinzhou.Dashboard.Data.Figures"] = "COPY",
        ["Xinzhou.Dashboard.Data.Migrations"] = "the migrations",
        ["Xinzhou.Dashboard.Data.Model"] = "hands on the connection of a context",
        ["Xinzhou.Dashboard.Data.Reporting.Batches"] = "a return read, and its cells written, in a round trip each",
        ["Xinzhou.Dashboard.Data.Server"] = "the private server",
        ["Xinzhou.Dashboard.Data.Snapshot"] = "the bulk read of figures and their origins; LISTEN",
    };

    private static readonly string[] Commands =
        ["Npgsql.NpgsqlCommand", "Npgsql.NpgsqlConnection", "Npgsql.NpgsqlBatch", "Npgsql.NpgsqlDataReader", "Npgsql.NpgsqlBinaryImporter"];

    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(typeof(SnapshotStore).Assembly, typeof(Address).Assembly).Build();

    [Fact]
    public void Commands_of_PostgreSQL_are_written_in_the_places_that_the_decision_lists()
    {
        var elsewhere = House.Types
            .Where(t => t.Dependencies.Select(x => x.Target).Any(d => Commands.Contains(d.FullName)) && !Places.ContainsKey(NamespaceOf(t)))
            .Select(t => t.FullName);

        Assert.Empty(elsewhere.Distinct());
    }

    /// <summary>The files that send a statement through the context of EF, as the decision lists them.</summary>
    private static readonly string[] Statements =
    [
        "Xinzhou.Dashboard.Data/Access/AccountLog.cs", "Xinzhou.Dashboard.Data/Access/SpentTickets.cs", "Xinzhou.Dashboard.Data/Changes/Change.cs",
        "Xinzhou.Dashboard.Data/Changes/SessionLock.cs", "Xinzhou.Dashboard.Data/Secrets/StoredSecrets.cs",
    ];

    [Fact]
    public void Statements_through_the_context_are_those_that_the_decision_lists() =>
        Assert.Equal(Statements, TestSources.OfProduct().Where(f => Statement().IsMatch(f.Text)).Select(f => f.Name));

    [Fact]
    public void No_page_end_point_or_command_knows_the_driver()
    {
        var knowing = House.Types
            .Where(t => NamespaceOf(t).StartsWith("Xinzhou.Dashboard.Web", StringComparison.Ordinal)
                && t.Dependencies.Select(x => x.Target).Any(d => NamespaceOf(d).StartsWith("Npgsql", StringComparison.Ordinal)))
            .Select(t => t.FullName);

        Assert.Empty(knowing.Distinct());
    }

    [GeneratedRegex(@"\.(ExecuteSql|FromSql|SqlQuery)\w*[(<]")]
    private static partial Regex Statement();

    // Type parameters and the like lie in none.
    private static string NamespaceOf(ArchUnitNET.Domain.IType type) => type.Namespace?.FullName ?? "";
}
