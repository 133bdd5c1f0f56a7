namespace SupervisorBot.BotFramework.Channel;

/// <summary>The default policy: https anywhere, plain http on this machine only.</summary>
internal sealed class EncryptedOrLoopback : IServiceUrlPolicy
{
    public bool Allows(Uri serviceUrl) => serviceUrl.Scheme == Uri.UriSchemeHttps || serviceUrl.IsLoopback;
}
