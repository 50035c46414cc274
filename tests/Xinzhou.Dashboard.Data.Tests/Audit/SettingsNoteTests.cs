using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Audit;

[Trait("Category", "Security")]
public sealed class SettingsNoteTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_start_with_the_same_settings_says_nothing_and_one_with_others_what_was_before()
    {
        foreach (var minutes in new[] { 30, 30, 60 })
        {
            await SettingsNote.WriteAsync(database.Contexts, TimeProvider.System, new { sessionMinutes = minutes, publicRead = false, mail = (string?)null });
        }

        var events = new List<string>();
        await foreach (var entry in new AuditReader(database.App).ReadAsync(new(Action: "settings.change"), 10))
        {
            events.Add(entry.Details);
        }

        Assert.Equal(2, events.Count);
        Assert.Contains("\"before\": {\"mail\": null, \"publicRead\": false, \"sessionMinutes\": 30}", events[0], StringComparison.Ordinal);
        Assert.Contains("\"sessionMinutes\": 60", events[0], StringComparison.Ordinal);
        var changes = await new SettingsHistory(database.Contexts).AllAsync();
        Assert.Equal(["60", "30"], changes.Select(c => c.After["sessionMinutes"]));
        Assert.Equal(("30", ""), (changes[0].Before["sessionMinutes"], changes[0].Before["mail"]));
        Assert.Empty(changes[1].Before);
    }
}
