using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>The inspection office and a unit: notices are issued, signed for, claimed, verified and closed.</summary>
internal sealed class NoticeWork(HttpClient client, Actor office, Actor unit, int seed) : Work("notices")
{
    private readonly Random _random = new(seed);
    private int _orders;

    protected override TimeSpan Breath => TimeSpan.FromMilliseconds(20);

    protected override async Task<bool> NextAsync()
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"督办 {++_orders}");
        var issues = _random.Next(5) == 0;
        return await AskAsync(key, () => client.PostAsJsonAsync(NoticeOrder.Path, new NoticeOrder(key, issues, office, unit))) != HttpStatusCode.ServiceUnavailable;
    }

    protected override Task<long> CountAsync(NpgsqlDataSource database, string key) => ScalarAsync(
        database,
        "SELECT (SELECT count(*) FROM supervision_notices WHERE subject = $1) + (SELECT count(*) FROM supervision_events WHERE text = $1)",
        key);
}
