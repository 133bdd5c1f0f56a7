using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Supervision.Tests.Access;

public sealed class PermissionSetTests
{
    [Theory]
    [InlineData("List", "List")]
    [InlineData("list, LISTEN", "List, Listen")]
    [InlineData("Intercept List", "List, Intercept")]
    [InlineData("All", "List, Listen, Whisper, Insert, Intercept, Force, History, Administer")]
    [InlineData("none", "None")]
    public void Names_are_read_and_written(string text, string written)
    {
        Assert.True(PermissionSet.TryParse(text, out var permissions));
        Assert.Equal(written, permissions.ToString());
        Assert.True(PermissionSet.TryParse(permissions.ToString(), out var again));
        Assert.Equal(permissions, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Everything")]
    [InlineData("List, 4")]
    [InlineData("4")]
    [InlineData("All, List")]
    public void What_is_no_permission_is_not_read(string? text) => Assert.False(PermissionSet.TryParse(text, out _));

    [Fact]
    public void By_default_an_inspector_may_all_but_administer_and_force() =>
        Assert.Equal("List, Listen, Whisper, Insert, Intercept, History", PermissionSet.Default.ToString());
}
