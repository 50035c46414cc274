using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Auditing;

/// <summary>Audit events reach a collector of logs, over real connections.</summary>
[Trait("Category", "Security")]
public sealed partial class SyslogTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-syslog-");

    public Task InitializeAsync() => _database.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_event_comes_once_and_in_order_though_the_collector_goes_away_and_connections_break()
    {
        await using var collector = new LogCollector();
        await using (await StartAsync(collector.Port, "None"))
        {
            await AppendAsync("first \"quoted\" \\ ]", 1);
            await UntilAllAreThereAsync(collector);

            await collector.StopAsync();
            await AppendAsync("away", 700);
            collector.Breaking = 2;
            await collector.RestartAsync();
            await UntilAllAreThereAsync(collector);
            Assert.Equal(2, collector.Broken);
        }

        // What came while nobody sent is sent by the next start.
        await AppendAsync("stopped", 3);
        await using (await StartAsync(collector.Port, "None")) await UntilAllAreThereAsync(collector);

        Assert.Equal(await NumbersAsync(), collector.Messages.Select(NumberOf));
        Assert.All(collector.Messages, m => Assert.Matches(Form(), m));
        Assert.Contains(collector.Messages, m => m.Contains("""subject="first \"quoted\" \\ \]" """.TrimEnd(), StringComparison.Ordinal));
        Assert.Contains(collector.Messages, m => m.EndsWith("\uFEFF{\"n\": \"数值\"}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Over_TLS_the_collector_is_believed_by_its_certificate_only()
    {
        using var certificate = Certificate("localhost");
        using var other = Certificate("localhost");
        await using var collector = new LogCollector(certificate);
        await AppendAsync("a", 2);
        await using (await StartAsync(collector.Port, "Implicit", $"--Dashboard:Audit:Syslog:CaFile={await WriteAsync("other.pem", other)}"))
        {
            // It is offered the wrong one again and again, and hands over nothing.
            await Wait.UntilAsync(() => collector.Refused > 1);
        }

        Assert.Empty(collector.Messages);
        await using (await StartAsync(collector.Port, "Implicit", $"--Dashboard:Audit:Syslog:CaFile={await WriteAsync("ca.pem", certificate)}")) await UntilAllAreThereAsync(collector);

        Assert.Equal(await NumbersAsync(), collector.Messages.Select(NumberOf));
    }

    private Task<DashboardUnderTest> StartAsync(int port, string tls, params string[] more) => DashboardUnderTest.StartAsync(
        _database, StartArguments.Development,
        [
            "--Dashboard:LogLevel=Fatal", $"--Dashboard:Audit:Syslog:Host={(tls == "None" ? "127.0.0.1" : "localhost")}",
            $"--Dashboard:Audit:Syslog:Port={port}", $"--Dashboard:Audit:Syslog:Tls={tls}", .. more,
        ]);

    private async Task AppendAsync(string subject, int count)
    {
        await using var connection = await _database.App.OpenConnectionAsync();
        for (var i = 0; i < count; i++) await AuditLog.AppendAsync(connection, DateTimeOffset.UtcNow, "test", "import", subject, new { n = "数值" }, default);
    }

    /// <summary>All are there, and it is noted that they are: who stops before sends the last ones again, as it should.</summary>
    private Task UntilAllAreThereAsync(LogCollector collector) => Wait.UntilAsync(async () =>
    {
        await using var noted = _database.App.CreateCommand("SELECT event FROM audit_export");
        var numbers = await NumbersAsync();
        return numbers.SequenceEqual(collector.Messages.Select(NumberOf)) && numbers[^1].Equals(await noted.ExecuteScalarAsync());
    });

    private async Task<List<long>> NumbersAsync()
    {
        await using var command = _database.App.CreateCommand("SELECT id FROM audit_events ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync();
        var numbers = new List<long>();
        while (await reader.ReadAsync()) numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private static long NumberOf(string message) => long.Parse(Number().Match(message).Groups[1].Value, CultureInfo.InvariantCulture);

    private async Task<string> WriteAsync(string name, X509Certificate2 certificate)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem());
        return path;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    [GeneratedRegex(@"^<1[01][0-9]>1 [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z [!-~]+ xinzhou-dashboard [0-9]+ [!-~]{1,32} \[event@32473 number=\x22[0-9]+\x22 actor=\x22.* hash=\x22[0-9a-f]{64}\x22\] \uFEFF")]
    private static partial Regex Form();

    [GeneratedRegex(@" number=\x22([0-9]+)\x22")]
    private static partial Regex Number();
}
