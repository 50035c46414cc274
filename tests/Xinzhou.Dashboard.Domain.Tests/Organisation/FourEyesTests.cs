using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Tests.Organisation;

[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class FourEyesTests
{
    private static readonly Guid Asker = Guid.NewGuid();
    private static readonly Guid Subject = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    [Fact]
    public void Another_one_consents_not_who_asked_and_not_whom_it_is_about()
    {
        Assert.True(FourEyes.MayConsent(Other, Asker, Subject));
        Assert.True(FourEyes.MayConsent(Other, Asker, null));
        Assert.False(FourEyes.MayConsent(Asker, Asker, Subject));
        Assert.False(FourEyes.MayConsent(Subject, Asker, Subject));
    }

    [Fact]
    public void Whom_it_is_about_may_refuse_and_who_asked_takes_it_back_instead()
    {
        Assert.True(FourEyes.MayRefuse(Subject, Asker));
        Assert.False(FourEyes.MayRefuse(Asker, Asker));
    }

    [Theory]
    [InlineData(23.99, false)]
    [InlineData(24, true)]
    public void Without_consent_it_holds_after_a_day(double hours, bool isDue)
    {
        var asked = new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(isDue, FourEyes.IsDue(asked, asked.AddHours(hours)));
    }
}
