namespace SupervisorBot.GatewaySimulator;

/// <summary>Why a phone was released: the phoneState of AgentOther_PhoneRelease (cec_07_0546).</summary>
internal static class PhoneState
{
    public const int AgentHungUp = 2;
    public const int PlatformHungUp = 3;
}
