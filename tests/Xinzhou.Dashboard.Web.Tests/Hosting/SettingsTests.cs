using Microsoft.Extensions.Configuration;
using Serilog.Events;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

[Trait("Category", "Quick")]
public sealed class SettingsTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Anybody_may_read_in_Development_and_nobody_in_Production_unless_it_is_said(bool isDevelopment, bool expected)
    {
        Assert.Equal(expected, Read([], isDevelopment).PublicRead);
        Assert.True(Read(new() { ["Dashboard:PublicRead"] = "true" }, isDevelopment).PublicRead);
        Assert.False(Read(new() { ["Dashboard:PublicRead"] = "False" }, isDevelopment).PublicRead);
    }

    [Fact]
    public void A_wrong_value_is_answered_with_the_setting_its_value_and_what_is_allowed()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Dashboard:PublicRead"] = "maybe" }));

        Assert.Equal("The setting Dashboard:PublicRead is “maybe”; allowed are true and false.", wrong.Message);
    }

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new()
        {
            ["Dashboard:PublicRaed"] = "true",
            ["Dashboard:LogLevel"] = "Loud",
            ["ConnectionStrings:Dashboard"] = "Sever=db",
        }));

        var sentences = wrong.Message.Split(Environment.NewLine);
        Assert.Equal(3, sentences.Length);
        Assert.Contains(sentences, s => s.StartsWith("The setting Dashboard:PublicRaed is not known; known are ", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.Contains("“Loud”; allowed are Verbose, Debug, Information", StringComparison.Ordinal));
        Assert.Contains(sentences, s => s.StartsWith("The setting ConnectionStrings:Dashboard is not a connection string", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, true, "localhost 127.0.0.1 [::1]")]
    [InlineData(null, false, "*")]
    [InlineData("dashboard.example, *.city.example,10.0.0.5 [2001:db8::1]", false, "dashboard.example *.city.example 10.0.0.5 [2001:db8::1]")]
    public void Development_answers_to_this_machine_and_Production_to_any_name_or_to_those_that_are_set(string? hosts, bool isDevelopment, string expected) =>
        Assert.Equal(expected.Split(' '), Read(new() { ["Dashboard:Hosts"] = hosts }, isDevelopment).Hosts);

    [Theory]
    [InlineData("https://dashboard.example")]
    [InlineData("dashboard.example:443")]
    [InlineData("2001:db8::1")]
    [InlineData("a*b.example")]
    public void What_is_no_host_is_refused(string hosts)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Dashboard:Hosts"] = hosts }));

        Assert.StartsWith($"The setting Dashboard:Hosts contains “{hosts}”; allowed are names without a port", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_of_the_database_without_the_database_is_refused()
    {
        Assert.Throws<SettingsException>(() => Read(new() { ["ConnectionStrings:DashboardOwner"] = "Host=db;Username=owner" }));
    }

    [Fact]
    public void A_connection_string_and_a_level_are_taken_as_they_are()
    {
        var settings = Read(new() { ["ConnectionStrings:Dashboard"] = "Host=db;Username=app", ["Dashboard:LogLevel"] = "warning" });

        Assert.Equal("Host=db;Username=app", settings.Connection);
        Assert.Equal(LogEventLevel.Warning, settings.LogLevel);
    }

    [Theory]
    [InlineData("backups", null, null, "it must be the whole path of a folder")]
    [InlineData("/data/backups", null, null, "in the data folder")]
    [InlineData("/backups", "/backups/", null, "are the same folder")]
    [InlineData("/backups", null, "24:00", "allowed are times of day from 00:00 to 23:59")]
    [InlineData(null, "/second", null, "without Dashboard:Backup:Folder")]
    public void Backups_go_to_a_folder_outside_the_data_folder_at_a_time_of_day(string? folder, string? second, string? at, string expected)
    {
        var wrong = Assert.Throws<SettingsException>(() => DashboardSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Dashboard:Backup:Folder"] = folder,
                ["Dashboard:Backup:SecondFolder"] = second,
                ["Dashboard:Backup:At"] = at,
            }).Build(),
            "/data", isDevelopment: true));

        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_backups_only_the_folder_has_to_be_said()
    {
        var backup = Read(new() { ["Dashboard:Backup:Folder"] = "/backups/" }).Backup;

        Assert.Equal(("/backups", new TimeOnly(2, 0), 14, TimeSpan.FromHours(30)), (backup!.Folder, backup.At, backup.Keep, backup.LateAfter));
        Assert.Null(Read([]).Backup);
    }

    [Trait("Category", "Security")]
    [Fact]
    public void National_algorithms_are_taken_where_it_is_said_and_SHA_256_and_AES_elsewhere()
    {
        Assert.Equal((BackupCipher.Aes, AuditDigest.Sha256), (Read([]).BackupCipher, Read([]).Audit.Digest));

        var said = Read(new() { ["Dashboard:Backup:Cipher"] = "sm4", ["Dashboard:Audit:Digest"] = "sm3" });

        Assert.Equal((BackupCipher.Sm4, AuditDigest.Sm3), (said.BackupCipher, said.Audit.Digest));
    }

    [Trait("Category", "Security")]
    [Theory]
    [InlineData("Backup:Cipher", "des", "The setting Dashboard:Backup:Cipher is “des”; allowed are Aes, Sm4.")]
    [InlineData("Audit:Digest", "md5", "The setting Dashboard:Audit:Digest is “md5”; allowed are Sha256, Sm3.")]
    public void A_cipher_or_a_digest_that_is_none_is_refused(string name, string value, string expected) =>
        Assert.Equal(expected, Assert.Throws<SettingsException>(() => Read(new() { [$"Dashboard:{name}"] = value })).Message);

    [Trait("Category", "Security")]
    [Fact]
    public void Backups_by_SM4_without_a_key_are_refused()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Dashboard:Backup:Folder"] = "/backups", ["Dashboard:Backup:Cipher"] = "Sm4" }));

        Assert.Contains("would not be encrypted", wrong.Message, StringComparison.Ordinal);
    }

    [Trait("Category", "Security")]
    [Theory]
    [InlineData(null, false, "Reviewer, Leader, Admin, Security, Auditor")]
    [InlineData(null, true, "")]
    [InlineData("none", false, "")]
    [InlineData("security, leader", true, "Leader, Security")]
    public void The_roles_that_take_a_second_factor_are_those_who_decide_unless_it_is_said(string? text, bool isDevelopment, string expected) =>
        Assert.Equal(expected, string.Join(", ", Read(new() { ["Dashboard:SecondFactorRoles"] = text }, isDevelopment).SecondFactorRoles));

    [Fact]
    public void A_role_that_is_none_is_refused()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Dashboard:SecondFactorRoles"] = "leader, boss" }));

        Assert.StartsWith("The setting Dashboard:SecondFactorRoles contains “boss”; allowed are none, or roles separated by commas: viewer, ", wrong.Message, StringComparison.Ordinal);
    }

    private static DashboardSettings Read(Dictionary<string, string?> values, bool isDevelopment = true) =>
        DashboardSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), "/data", isDevelopment);
}
