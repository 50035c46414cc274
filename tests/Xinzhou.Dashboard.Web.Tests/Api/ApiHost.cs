using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Api;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>The API alone, over a snapshot made by hand, at a time set by hand.</summary>
public sealed class ApiHost : IDisposable, IAsyncDisposable
{
    private readonly WebApplication _app;

    public ApiHost(Snapshot? snapshot, string now = "2026-01-05T10:00:00+08:00", Action<WebApplication>? map = null)
    {
        Time = new(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<SnapshotStore>();
        builder.Services.AddApi();
        _app = builder.Build();
        _app.UseApi();
        _app.MapApi();
        map?.Invoke(_app);
        Store = _app.Services.GetRequiredService<SnapshotStore>();
        if (snapshot is not null)
        {
            Store.Replace(snapshot);
        }

        _app.Start();
        Client = _app.GetTestClient();
        Client.BaseAddress = new("http://localhost/api/v1/");
    }

    public HttpClient Client { get; }

    public SnapshotStore Store { get; }

    public ManualTime Time { get; }

    /// <summary>A snapshot of what was made, with the catalogue of the makers.</summary>
    public static Snapshot Of(HandMade made) => new()
    {
        Catalogue = HandMade.Catalogue,
        Figures = made.Book,
        Sources = made.Sources,
        PlanChangedAt = HandMade.Day("2020-01-01"),
    };

    /// <summary>The answer as JSON; anything but 200 fails the test.</summary>
    public async Task<JsonElement> Get(string address)
    {
        using var response = await Client.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The rows of a list.</summary>
    public async Task<JsonElement[]> Items(string address) => [.. (await Get(address)).GetProperty("items").EnumerateArray()];

    /// <summary>The answer to a body as JSON; anything but 200 fails the test.</summary>
    public async Task<JsonElement> Post(string address, string body)
    {
        using var response = await Client.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address} {body}: {(int)response.StatusCode} {answer}");
        return JsonDocument.Parse(answer).RootElement;
    }

    /// <summary>The refusal of a body.</summary>
    public async Task<(int Status, JsonElement Problem)> Refused(string address, HttpContent body)
    {
        using var response = await Client.PostAsync(address, body);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<(int Status, JsonElement Problem)> Refused(string address, string? accept = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        using var response = await Client.SendAsync(request);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>A clock that a test turns.</summary>
    public sealed class ManualTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
