using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>A leader: reviews are called, their packs frozen and their verdicts signed, every second one with a notice.</summary>
internal sealed class ReviewWork(HttpClient client, Actor leader, string unit) : Work("signatures")
{
    private int _orders;

    protected override TimeSpan Breath => TimeSpan.FromMilliseconds(50);

    protected override async Task<bool> NextAsync()
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"评语 {++_orders}");
        // What was called or frozen leaves nothing of the key: nothing to be counted.
        return await AskAsync(
            key,
            () => client.PostAsJsonAsync(ReviewOrder.Path, new ReviewOrder(key, leader, unit)),
            async answer => answer.StatusCode == HttpStatusCode.OK && await answer.Content.ReadAsStringAsync() == ReviewOrder.Signed)
            != HttpStatusCode.ServiceUnavailable;
    }

    protected override Task<long> CountAsync(NpgsqlDataSource database, string key) =>
        ScalarAsync(database, "SELECT count(*) FROM review_verdicts WHERE comment = $1", key);
}
