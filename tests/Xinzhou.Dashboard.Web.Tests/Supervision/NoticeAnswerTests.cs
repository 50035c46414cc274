using System.Text.Json;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>What the API says of notices has the fields of its schema and no others.</summary>
public sealed class NoticeAnswerTests(NoticeHost host) : IClassFixture<NoticeHost>
{
    [Theory]
    [InlineData("/api/v1/supervision")]
    [InlineData("/api/v1/supervision/circular")]
    [InlineData("/api/v1/supervision/{number}")]
    public async Task An_answer_has_the_fields_of_its_schema_and_no_others(string path)
    {
        using var visitor = await host.VisitAsAsync(host.Supervisor);
        var document = JsonDocument.Parse(await visitor.ReadAsync("/openapi/v1.json")).RootElement;
        var address = path.Replace("{number}", host.Number.Code, StringComparison.Ordinal);
        var answer = JsonDocument.Parse(await visitor.ReadAsync(address)).RootElement;
        var responses = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses");

        Described.Follow(document, Described.Reference(responses.GetProperty("200"), "application/json"), answer, path);
    }
}
