using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Tests.Import;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Snapshot;

/// <summary>A newer instance beside this one writes codes into what people keep: those rows wait for it, all others are served.</summary>
[Trait("Category", "Faults")]
[Trait("Category", "Security")]
public sealed class NewerInstanceTests
{
    private const string Source = "https://tjj.sxxz.gov.cn/a";

    [Theory]
    [InlineData("type")]
    [InlineData("direction")]
    [InlineData("price_basis_of_level")]
    public async Task An_indicator_with_an_unknown_code_is_left_out_with_its_figures_and_counted(string column)
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(
            $"""
            GDP,忻州市,2023,1,亿元,,{Source},annual,,,,2024-03-01
            常住人口,忻州市,2023,2,万人,,{Source},stock,,,,2024-03-01
            """);
        var all = (await database.LoadAsync()).Catalogue.Indicators.Count;
        await NewerCodes.WriteAsync(database, "indicators", column, "code = 'gdp'");

        var snapshot = await database.LoadAsync();

        Assert.Null(snapshot.Catalogue.Indicator("gdp"));
        Assert.Equal(all - 1, snapshot.Catalogue.Indicators.Count);
        Assert.Equal("population", Assert.Single(snapshot.Figures.Histories).Series.Indicator.Code);
        Assert.Equal([("figures", 1), ("indicators", 1)], snapshot.LeftOut.Select(l => (l.Table, l.Rows)));
        Assert.Contains("novel", snapshot.LeftOut[1].Reason, StringComparison.Ordinal);
        var kept = await new IndicatorCatalogue(database.Contexts, TimeProvider.System).AllAsync();
        Assert.Equal(all - 1, kept.Count);
    }

    [Fact]
    public async Task A_county_of_an_unknown_level_is_left_out_and_the_city_is_served()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await NewerCodes.WriteAsync(database, "statistical_units", "level", "code = '140922'");

        var snapshot = await database.LoadAsync();

        Assert.Null(snapshot.Catalogue.Unit("五台县"));
        Assert.Equal("忻州市", snapshot.Catalogue.City.Name);
        Assert.Equal(("statistical_units", 1), (Assert.Single(snapshot.LeftOut).Table, snapshot.LeftOut[0].Rows));
    }

    [Fact]
    public async Task A_message_of_an_unknown_kind_stops_neither_the_inbox_nor_the_mailer_and_waits()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var setup = new ReturnSetup(database.Owner, database.App);
        var reader = await setup.UserAsync("li", Role.Reviewer, name: "李审核");
        var unknown = await setup.UserAsync("wu", Role.Reviewer, name: "吴审核");
        await using (var write = database.Owner.CreateCommand(
            $$"""
            UPDATE users SET email = user_name || '@example.org' WHERE user_name IN ('li', 'wu');
            INSERT INTO messages (user_id, at, kind, details) VALUES
                ('{{unknown.Id}}', now(), 'submitted', '{}'), ('{{reader.Id}}', now(), 'due', '{}'), ('{{reader.Id}}', now(), 'submitted', '{}')
            """))
        {
            await write.ExecuteNonQueryAsync();
        }

        await NewerCodes.WriteAsync(database, "messages", "kind", $"kind = 'due' OR user_id = '{unknown.Id}'");
        var box = new MessageBox(database.Contexts, TimeProvider.System);

        Assert.Equal(MessageKind.Submitted, Assert.Single(await box.ListAsync(reader.Id, unreadOnly: false, before: null)).Kind);
        Assert.Equal(1, await box.UnreadAsync(reader.Id));
        Assert.Equal(0, await box.UnreadAsync(unknown.Id));
        var sent = new List<(string To, IReadOnlyList<Message> Messages)>();
        var unsent = new UnsentMessages(database.Contexts, ReferenceWorkingDays.Read(), MessageSettings.Default with { Quiet = QuietHours.None }, TimeProvider.System);
        while (await unsent.SendNextAsync([], (_, address, _, messages) =>
        {
            sent.Add((address, messages));
            return Task.CompletedTask;
        }))
        {
            Assert.True(sent.Count < 5, "It ends.");
        }

        Assert.Equal("li@example.org", Assert.Single(sent).To);
        Assert.Equal(MessageKind.Submitted, Assert.Single(sent[0].Messages).Kind);
        await box.ReadUpToAsync(reader.Id, long.MaxValue);
        await using var waiting = database.Owner.CreateCommand("SELECT count(*) FROM messages WHERE kind = 'novel' AND read_at IS NULL AND mailed_at IS NULL");
        Assert.Equal(2L, await waiting.ExecuteScalarAsync());
    }

    [Trait("Category", "Security")]
    [Fact]
    [Trait("Category", "Security")]
    public async Task A_user_of_an_unknown_role_is_not_found_nor_his_token_and_all_others_are()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var setup = new ReturnSetup(database.Owner, database.App);
        var tokens = new ApiTokens(database.Contexts, TimeProvider.System);
        var (known, unknown) = (await setup.UserAsync("li", Role.Reviewer), await setup.UserAsync("wu", Role.Reviewer));
        var (his, other) = (
            await tokens.CreateAsync("his", Role.Viewer, [TokenScope.Read], TimeSpan.FromDays(1), "test", unknown.Id),
            await tokens.CreateAsync("other", Role.Viewer, [TokenScope.Read], TimeSpan.FromDays(1), "test", known.Id));
        await NewerCodes.WriteAsync(database, "users", "role", "user_name = 'wu'");
        await using var context = await database.Contexts.CreateDbContextAsync();
        using var store = new UserStore(context, NullLogger<UserStore>.Instance);

        Assert.Null(await store.FindByNameAsync("WU"));
        Assert.Null(await store.FindByIdAsync(unknown.Id.ToString()));
        Assert.Equal("li", (await store.FindByNameAsync("LI"))?.UserName);
        Assert.Equal(["li"], context.Users.Known(context).Select(u => u.UserName));
        Assert.Null(await tokens.FindAsync(his));
        Assert.Equal(Role.Reviewer, (await tokens.FindAsync(other))?.Role);
        // The first start with personas, too: names are held against those that cannot be read.
        await Personas.EnterAsync(database.Contexts, TimeProvider.System);
    }
}
