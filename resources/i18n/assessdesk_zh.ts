<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>AboutColumn</name>
    <message>
        <source>About this person</source>
        <translation>关于此参与者</translation>
    </message>
    <message>
        <source>about this person</source>
        <translation>关于此参与者</translation>
    </message>
</context>
<context>
    <name>AboutLine</name>
    <message>
        <source>No hold and no caution is recorded.</source>
        <translation>没有记录禁止测试或注意事项。</translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>About this person</source>
        <translation>关于此参与者</translation>
    </message>
</context>
<context>
    <name>AdverseEventCard</name>
    <message>
        <source>Adverse events: {count}</source>
        <translation>不良事件：{count} 项</translation>
    </message>
    <message>
        <source>Adverse events: {count}, of which {drafts} wait to be described</source>
        <translation>不良事件：{count} 项，其中 {drafts} 项待描述</translation>
    </message>
</context>
<context>
    <name>AdverseEventForm</name>
    <message>
        <source>Action</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>CTCAE grade</source>
        <translation>CTCAE 分级</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>获知日期</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>发生日</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>转归</translation>
    </message>
    <message>
        <source>Related to {0}</source>
        <translation>与{0}有关</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>empty while it lasts</source>
        <translation>持续中则留空</translation>
    </message>
    <message>
        <source>only when serious</source>
        <translation>仅在严重时</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>例如 2025-11-18</translation>
    </message>
    <message>
        <source>the exercise</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>the tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>the treatment</source>
        <translation>治疗</translation>
    </message>
</context>
<context>
    <name>AdverseEventPage</name>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Another event is reported at a visit: open one, or its review.</source>
        <translation>其他事件在访视中报告：请打开访视或其核对页。</translation>
    </message>
    <message>
        <source>Another event, such as a fall</source>
        <translation>其他事件，例如跌倒</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Closed as no adverse event</source>
        <translation>已按非不良事件关闭</translation>
    </message>
    <message>
        <source>Draft opened</source>
        <translation>草稿已打开</translation>
    </message>
    <message>
        <source>Draft {0} of {1}: {2}</source>
        <translation>草稿 {0} / {1}：{2}</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一草稿</translation>
    </message>
    <message>
        <source>No adverse event</source>
        <translation>无不良事件</translation>
    </message>
    <message>
        <source>No draft waits.</source>
        <translation>没有待处理的草稿。</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改理由</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Recorded: {0}</source>
        <translation>已记录：{0}</translation>
    </message>
    <message>
        <source>Report another</source>
        <translation>报告其他事件</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Why it is no adverse event</source>
        <translation>不属于不良事件的理由</translation>
    </message>
    <message>
        <source>Write what happened, in a few words.</source>
        <translation>请简要写明发生了什么。</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>such as: it has ended</source>
        <translation>例如：已结束</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>到列表</translation>
    </message>
    <message>
        <source>{0} drafts wait.</source>
        <translation>{0} 份草稿待处理。</translation>
    </message>
</context>
<context>
    <name>AdverseEvents</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Described</source>
        <translation>已描述</translation>
    </message>
    <message>
        <source>Draft, waits</source>
        <translation>草稿，待处理</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>发生日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Was none</source>
        <translation>非不良事件</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>持续中</translation>
    </message>
    <message>
        <source>outside visits</source>
        <translation>访视之外</translation>
    </message>
    <message>
        <source>{grade}, serious</source>
        <translation>{grade}，严重</translation>
    </message>
</context>
<context>
    <name>AllocationPage</name>
    <message>
        <source>Allocation</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Allocation of the participants</source>
        <translation>参与者分组</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Emergency unblinding</source>
        <translation>紧急揭盲</translation>
    </message>
    <message>
        <source>Enter the group</source>
        <translation>输入组别</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>输入者</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Group once more</source>
        <translation>再次输入组别</translation>
    </message>
    <message>
        <source>Not allocated yet</source>
        <translation>尚未分组</translation>
    </message>
    <message>
        <source>Not written.</source>
        <translation>未记录。</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改理由</translation>
    </message>
    <message>
        <source>Record, then show</source>
        <translation>先记录，再显示</translation>
    </message>
    <message>
        <source>Seal again for new readers</source>
        <translation>为新的查看者重新密封</translation>
    </message>
    <message>
        <source>Seal this group</source>
        <translation>密封此组别</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已密封</translation>
    </message>
    <message>
        <source>Sealed before you came</source>
        <translation>在您获得权限前已密封</translation>
    </message>
    <message>
        <source>Show the group</source>
        <translation>显示组别</translation>
    </message>
    <message>
        <source>The group of {code} is sealed</source>
        <translation>{code} 的组别已密封</translation>
    </message>
    <message>
        <source>The group of {code}, sealed as soon as it is entered</source>
        <translation>{code} 的组别：输入后立即密封</translation>
    </message>
    <message>
        <source>Unblinded in an emergency</source>
        <translation>紧急揭盲日期</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>emergency unblinding</source>
        <translation>紧急揭盲</translation>
    </message>
    <message>
        <source>enter the group</source>
        <translation>输入组别</translation>
    </message>
    <message>
        <source>from the allocation list</source>
        <translation>依据分组表</translation>
    </message>
    <message>
        <source>not allocated yet.</source>
        <translation>尚未分组。</translation>
    </message>
    <message>
        <source>seal again</source>
        <translation>重新密封</translation>
    </message>
    <message>
        <source>sealed before you could read it. Somebody who can read it may seal it again (R).</source>
        <translation>在您获得权限前已密封。可由能查看的人员重新密封（R）。</translation>
    </message>
    <message>
        <source>show the group</source>
        <translation>显示组别</translation>
    </message>
    <message>
        <source>without naming a group</source>
        <translation>不写组别</translation>
    </message>
    <message>
        <source>{count} sealed again for today&apos;s readers.</source>
        <translation>已为当前查看者重新密封 {count} 项。</translation>
    </message>
    <message>
        <source>{done} of {count} allocated. A group is shown only while you ask for it.</source>
        <translation>{count} 人中 {done} 人已分组。仅在您要求时显示组别。</translation>
    </message>
    <message>
        <source>{group}. It is recorded that {told} is told; tell nobody else.</source>
        <translation>{group}。已记录告知 {told}；请勿告知其他人。</translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message>
        <source>In force:</source>
        <translation>已生效：</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Version {version} counts for every visit opened from now on.</source>
        <translation>从现在起打开的访视都使用第 {version} 版。</translation>
    </message>
    <message>
        <source>Version {version} of {study} instead of version {now}</source>
        <translation>{study} 第 {version} 版，代替第 {now} 版</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>您的口令</translation>
    </message>
    <message>
        <source>your signature: you answer for this version</source>
        <translation>这是您的签名：您对此版本负责</translation>
    </message>
    <message>
        <source>{count} differences, listed below; its worked examples come out as stated. Visits that are open or done stay with their version, visits opened from now on follow this one. {user} puts it in force by signing.</source>
        <translation>下面列出 {count} 处差异；其中的计算示例结果与所写一致。已打开或已完成的访视保留原版本，从现在起打开的访视使用此版本。{user} 签名后生效。</translation>
    </message>
</context>
<context>
    <name>AnswersTable</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers so far</source>
        <translation>目前的回答</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>A query stays with the value until somebody else accepts the answer.</source>
        <translation>质疑会一直随该数值保留，直到由他人认可答复。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提出质疑</translation>
    </message>
    <message>
        <source>Ask about {code}</source>
        <translation>就 {code} 提出质疑</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Raise the query</source>
        <translation>提出质疑</translation>
    </message>
    <message>
        <source>The query was raised.</source>
        <translation>质疑已提出。</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>质疑对象</translation>
    </message>
    <message>
        <source>Write no name and no study group: everybody at the site reads this.</source>
        <translation>请勿写姓名和研究组别：本中心所有人都会看到。</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>back, nothing is asked</source>
        <translation>返回，不提出质疑</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>the site and central read this</source>
        <translation>本中心和中央可见</translation>
    </message>
    <message>
        <source>write</source>
        <translation>书写</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>(hidden: blinded)</source>
        <translation>（已隐藏：盲态）</translation>
    </message>
    <message>
        <source>Administered</source>
        <translation>实施方式</translation>
    </message>
    <message>
        <source>Adverse event completed</source>
        <translation>不良事件记录完成</translation>
    </message>
    <message>
        <source>Adverse event drafted</source>
        <translation>已起草不良事件</translation>
    </message>
    <message>
        <source>Alert seen</source>
        <translation>已查看警示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Allocation sealed</source>
        <translation>分组已密封</translation>
    </message>
    <message>
        <source>Audit trail saved</source>
        <translation>稽查轨迹已保存</translation>
    </message>
    <message>
        <source>Blinding log closed</source>
        <translation>盲态记录已完成</translation>
    </message>
    <message>
        <source>Care facts changed</source>
        <translation>注意事项已更改</translation>
    </message>
    <message>
        <source>Certificate ended</source>
        <translation>资质终止</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>已认证</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Clock jumped</source>
        <translation>时钟跳变</translation>
    </message>
    <message>
        <source>Clock started</source>
        <translation>计时已开始</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Date stated</source>
        <translation>已填写日期</translation>
    </message>
    <message>
        <source>Definition adopted</source>
        <translation>已采用定义</translation>
    </message>
    <message>
        <source>Device checked</source>
        <translation>设备已检查</translation>
    </message>
    <message>
        <source>Device did not pass</source>
        <translation>设备未通过检查</translation>
    </message>
    <message>
        <source>Device out of use</source>
        <translation>设备停用</translation>
    </message>
    <message>
        <source>Device registered</source>
        <translation>设备已登记</translation>
    </message>
    <message>
        <source>Eligibility assessed</source>
        <translation>已评估入组条件</translation>
    </message>
    <message>
        <source>Emergency unblinding</source>
        <translation>紧急揭盲</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>已入组</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Exercise session</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Extra trial decided</source>
        <translation>已决定是否加测</translation>
    </message>
    <message>
        <source>Fact stated</source>
        <translation>已填写事项</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>暂停已解除</translation>
    </message>
    <message>
        <source>Infusion stated</source>
        <translation>已填写输注日</translation>
    </message>
    <message>
        <source>Instrument begun</source>
        <translation>测试已开始</translation>
    </message>
    <message>
        <source>Judged at review</source>
        <translation>核对时判定</translation>
    </message>
    <message>
        <source>Ledger checked</source>
        <translation>账本已核查</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Made void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>No adverse event</source>
        <translation>无不良事件</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Package exported</source>
        <translation>数据包已导出</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>已添加人员</translation>
    </message>
    <message>
        <source>Person removed</source>
        <translation>已移除人员</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Query answered</source>
        <translation>质疑已答复</translation>
    </message>
    <message>
        <source>Query closed</source>
        <translation>质疑已关闭</translation>
    </message>
    <message>
        <source>Query opened again</source>
        <translation>质疑重新打开</translation>
    </message>
    <message>
        <source>Receipt read</source>
        <translation>已读取回执</translation>
    </message>
    <message>
        <source>Recipients set</source>
        <translation>已设置接收者</translation>
    </message>
    <message>
        <source>Screened</source>
        <translation>已筛选</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Station card handed out</source>
        <translation>工作站卡片已交出</translation>
    </message>
    <message>
        <source>Station set up</source>
        <translation>工作站已设置</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>状态已更改</translation>
    </message>
    <message>
        <source>Summary printed</source>
        <translation>总结页已打印</translation>
    </message>
    <message>
        <source>Telephone attempt</source>
        <translation>电话尝试</translation>
    </message>
    <message>
        <source>Telephone follow-up</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>Telephone follow-up missed</source>
        <translation>电话随访未完成</translation>
    </message>
    <message>
        <source>Typed, not accepted</source>
        <translation>已输入，未接受</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Visit missed</source>
        <translation>未到访</translation>
    </message>
    <message>
        <source>Visit opened</source>
        <translation>访视已打开</translation>
    </message>
    <message>
        <source>Visit signed</source>
        <translation>访视已签名</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>口令错误</translation>
    </message>
    <message>
        <source>central</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>稽查轨迹</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录号</translation>
    </message>
    <message>
        <source>Filter by participant or person</source>
        <translation>按参与者或人员筛选</translation>
    </message>
    <message>
        <source>Gathering the entries</source>
        <translation>正在汇集记录</translation>
    </message>
    <message>
        <source>No entry fits. Clear the filter, or choose All with Alt A.</source>
        <translation>没有符合的记录。请清除筛选，或按 Alt A 选择全部。</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>未保存：</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>Old to new</source>
        <translation>旧值 → 新值</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>保存为表格</translation>
    </message>
    <message>
        <source>Save the audit trail as a table</source>
        <translation>将稽查轨迹保存为表格</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>已保存：</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>哪些记录</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>filter by participant or person</source>
        <translation>按参与者或人员筛选</translation>
    </message>
    <message>
        <source>save as a table</source>
        <translation>保存为表格</translation>
    </message>
    <message>
        <source>{0} could not be written. Nothing recorded is lost; choose another place and try again.</source>
        <translation>无法写入 {0}。已记录的内容没有丢失；请选择其他位置再试。</translation>
    </message>
    <message>
        <source>{file}, {count} entries. Anybody can read this file: keep it as safe as the study&apos;s papers.</source>
        <translation>{file}，{count} 条记录。任何人都能读取此文件：请像研究文件一样妥善保管。</translation>
    </message>
    <message>
        <source>{shown} of {total} entries, newest first. Nothing here can be changed or removed.</source>
        <translation>共 {total} 条记录，显示 {shown} 条，最新在前。此处内容不能更改或删除。</translation>
    </message>
    <message>
        <source>“{0}” is no code of one participant or one person yet. Type more of it, or clear it.</source>
        <translation>“{0}”还不能确定是某一位参与者或某一个人员的代码。请继续输入，或清除。</translation>
    </message>
</context>
<context>
    <name>AuditTable</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>记录编号</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>纪元</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希值</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型代码</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>当地时间</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>旧值</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录人员</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>陈述方</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>BatteryColumn</name>
    <message>
        <source>{0} of {1} closed</source>
        <translation>已完成 {0} / {1}</translation>
    </message>
</context>
<context>
    <name>BatteryList</name>
    <message>
        <source>Instruments of this visit</source>
        <translation>本次访视的测试</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>By telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Here, on site</source>
        <translation>在现场</translation>
    </message>
</context>
<context>
    <name>BeginningPanel</name>
    <message>
        <source>Before it begins: {0}</source>
        <translation>开始之前：{0}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Choose a reason by its digit.</source>
        <translation>请用数字选择原因。</translation>
    </message>
    <message>
        <source>How is it held?</source>
        <translation>以何种方式进行？</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>It can be begun; that there was none is stored with the result.</source>
        <translation>可以开始；没有资质一事会随结果一起保存。</translation>
    </message>
    <message>
        <source>It is recorded as not done (ND12). Begin it on site when the participant is here.</source>
        <translation>将记录为未进行（ND12）。参与者到场后请在现场开始。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>No valid certificate.</source>
        <translation>没有有效资质。</translation>
    </message>
    <message>
        <source>Not begun:</source>
        <translation>未开始：</translation>
    </message>
    <message>
        <source>Otherwise than last time.</source>
        <translation>与上次不同。</translation>
    </message>
    <message>
        <source>The study asks for one: let a certified assessor begin, or have it entered (People, C).</source>
        <translation>本研究要求资质：请由有资质的评估者开始，或让人录入资质（人员，C）。</translation>
    </message>
    <message>
        <source>This needs the participant here.</source>
        <translation>需要参与者在现场。</translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation>原因是什么？</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>请简要写明原因。</translation>
    </message>
    <message>
        <source>You have no certificate for this instrument.</source>
        <translation>您没有此测试的资质。</translation>
    </message>
    <message>
        <source>Your certificate for this instrument has been ended.</source>
        <translation>您此测试的资质已被终止。</translation>
    </message>
    <message>
        <source>Your certificate for this instrument has expired.</source>
        <translation>您此测试的资质已过期。</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>no names, no numbers of identity</source>
        <translation>不得写姓名或证件号码</translation>
    </message>
    <message>
        <source>{code}, {visit}. Nothing is recorded yet.</source>
        <translation>{code}，{visit}。尚未记录任何内容。</translation>
    </message>
</context>
<context>
    <name>BlindingPanel</name>
    <message>
        <source>Blinding log</source>
        <translation>盲态记录</translation>
    </message>
    <message>
        <source>Close the blinding log</source>
        <translation>完成盲态记录</translation>
    </message>
    <message>
        <source>Did anything tell you the group?</source>
        <translation>是否有任何情况让您知道了组别？</translation>
    </message>
    <message>
        <source>I cannot say</source>
        <translation>说不清</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>如有需要，简要说明</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>The blinding log is closed</source>
        <translation>盲态记录已完成</translation>
    </message>
    <message>
        <source>This is needed. Choose one.</source>
        <translation>此项必填，请选择一项。</translation>
    </message>
    <message>
        <source>Which group would you guess?</source>
        <translation>您猜测是哪一组？</translation>
    </message>
    <message>
        <source>blinding log</source>
        <translation>盲态记录</translation>
    </message>
    <message>
        <source>it is sealed at once; nobody here reads it</source>
        <translation>立即密封，本中心无人查看</translation>
    </message>
    <message>
        <source>once at this visit, before the signature</source>
        <translation>本次访视一次，签名之前</translation>
    </message>
    <message>
        <source>without naming a group</source>
        <translation>不写组别</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>给予的建议</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试记录</translation>
    </message>
    <message>
        <source>Bad sleep</source>
        <translation>睡眠不佳</translation>
    </message>
    <message>
        <source>By</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day of the attempt</source>
        <translation>尝试日期</translation>
    </message>
    <message>
        <source>Day of the call</source>
        <translation>通话日期</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Fatigue</source>
        <translation>疲劳</translation>
    </message>
    <message>
        <source>Joint pain</source>
        <translation>关节疼痛</translation>
    </message>
    <message>
        <source>Medicine missed</source>
        <translation>漏服药物</translation>
    </message>
    <message>
        <source>Morning stiffness</source>
        <translation>晨僵</translation>
    </message>
    <message>
        <source>New diagnoses</source>
        <translation>新的诊断</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>下次通话</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>Painkillers</source>
        <translation>止痛药</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改理由</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remark on the attempt</source>
        <translation>尝试备注</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>days, 0 when none</source>
        <translation>天，没有则填 0</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>minutes a week</source>
        <translation>每周分钟</translation>
    </message>
    <message>
        <source>needed outside the window</source>
        <translation>时间窗外必填</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>opens a draft</source>
        <translation>将打开草稿</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>例如 2025-11-18</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Attempt recorded</source>
        <translation>尝试已记录</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Call missed</source>
        <translation>已记录为未完成</translation>
    </message>
    <message>
        <source>Call recorded</source>
        <translation>电话已记录</translation>
    </message>
    <message>
        <source>Call recorded, a draft of the adverse event waits</source>
        <translation>电话已记录，不良事件草稿待处理</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Days tried</source>
        <translation>已尝试天数</translation>
    </message>
    <message>
        <source>Follow-ups by telephone</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>No follow-up by telephone is planned yet.</source>
        <translation>尚无计划的电话随访。</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Not shown:</source>
        <translation>无法显示：</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Record call</source>
        <translation>记录通话</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标日</translation>
    </message>
    <message>
        <source>Target {day}, window {first} to {last}. Tried in vain on {tried} of {attempts} days.</source>
        <translation>目标日 {day}，时间窗 {first} 至 {last}。需尝试 {attempts} 天，已有 {tried} 天未接通。</translation>
    </message>
    <message>
        <source>Telephone follow-ups</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>To do now: {count}.</source>
        <translation>现在待办：{count} 项。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>closed yesterday</source>
        <translation>昨天截止</translation>
    </message>
    <message>
        <source>closed {days} days ago</source>
        <translation>{days} 天前结束</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>opens in {days} days</source>
        <translation>{days} 天后开始</translation>
    </message>
    <message>
        <source>opens tomorrow</source>
        <translation>明天开始</translation>
    </message>
    <message>
        <source>{code}, call {number}</source>
        <translation>{code}，第 {number} 次电话</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{tried} of {attempts}</source>
        <translation>{tried}/{attempts}</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>Both</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>Both arms: do not test</source>
        <translation>双臂：禁止测试</translation>
    </message>
    <message>
        <source>Do: {0}</source>
        <translation>要做：{0}</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>利手</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>During: {0}</source>
        <translation>进行中：{0}</translation>
    </message>
    <message>
        <source>Earlier results stay hidden: the study is blinded.</source>
        <translation>以往结果不显示：本研究为盲法研究。</translation>
    </message>
    <message>
        <source>Its trials are recorded as ND07, limb restricted.</source>
        <translation>该侧试次记为 ND07（肢体受限）。</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Left arm: do not test</source>
        <translation>左臂：禁止测试</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>左手</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Line or port: {0}.</source>
        <translation>置管或输液港：{0}。</translation>
    </message>
    <message>
        <source>Lymphoedema: {0}.</source>
        <translation>淋巴水肿：{0}。</translation>
    </message>
    <message>
        <source>Not done, {0}</source>
        <translation>未做，{0}</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Right arm: do not test</source>
        <translation>右臂：禁止测试</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>右手</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>使用语言</translation>
    </message>
    <message>
        <source>Stop early when</source>
        <translation>提前停止的情况</translation>
    </message>
    <message>
        <source>Surgery: {0}.</source>
        <translation>手术：{0}。</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Void, {0}</source>
        <translation>作废，{0}</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>试次</translation>
    </message>
    <message>
        <source>trial {0}</source>
        <translation>第 {0} 次</translation>
    </message>
    <message>
        <source>trial {0} of {1}</source>
        <translation>第 {0} 次，共 {1} 次</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>试次</translation>
    </message>
    <message>
        <source>{0} extra</source>
        <translation>{0} 加测</translation>
    </message>
</context>
<context>
    <name>CaptureBoard</name>
    <message>
        <source>Measured</source>
        <translation>测量项目</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧别</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Value, {0}</source>
        <translation>数值，{0}</translation>
    </message>
</context>
<context>
    <name>CaptureKeys</name>
    <message>
        <source>Accept</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Count a stand</source>
        <translation>计一次站起</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Re-measure</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Rest of side</source>
        <translation>该侧其余</translation>
    </message>
    <message>
        <source>Script language</source>
        <translation>指导语语言</translation>
    </message>
    <message>
        <source>Start and stop</source>
        <translation>开始与停止</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Void last</source>
        <translation>作废上一次</translation>
    </message>
    <message>
        <source>Yes, one more</source>
        <translation>是，再做一次</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>back to the value</source>
        <translation>返回数值</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>close the list</source>
        <translation>关闭列表</translation>
    </message>
    <message>
        <source>count a stand</source>
        <translation>计一次站起</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>不加测</translation>
    </message>
    <message>
        <source>leave visit, everything is on disk</source>
        <translation>离开访视（均已保存）</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>re-measure</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>rest of this side not done</source>
        <translation>该侧其余未做</translation>
    </message>
    <message>
        <source>script language</source>
        <translation>指导语语言</translation>
    </message>
    <message>
        <source>start, stop</source>
        <translation>开始、停止</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>take the extra trial</source>
        <translation>进行加测</translation>
    </message>
    <message>
        <source>void last trial</source>
        <translation>作废上一试次</translation>
    </message>
</context>
<context>
    <name>CareForm</name>
    <message>
        <source>Care facts</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>未更改。</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改理由</translation>
    </message>
</context>
<context>
    <name>CarePart</name>
    <message>
        <source>Arm that must not be tested</source>
        <translation>不得测试的手臂</translation>
    </message>
    <message>
        <source>Lymphoedema</source>
        <translation>淋巴水肿</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Port or line</source>
        <translation>输液港或置管</translation>
    </message>
    <message>
        <source>Side of surgery</source>
        <translation>手术侧</translation>
    </message>
    <message>
        <source>its trials become ND07</source>
        <translation>该侧试次记为 ND07</translation>
    </message>
    <message>
        <source>no names, no numbers of identity</source>
        <translation>不得写姓名或证件号码</translation>
    </message>
</context>
<context>
    <name>CentralChip</name>
    <message>
        <source>Opens the exchange page</source>
        <translation>打开交换页面</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>A certificate for {0}</source>
        <translation>{0} 的资质</translation>
    </message>
    <message>
        <source>By</source>
        <translation>认证人</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Certificates of the assessors</source>
        <translation>评估员的资质</translation>
    </message>
    <message>
        <source>Certified on</source>
        <translation>认证日期</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>End the certificate of {0}</source>
        <translation>终止 {0} 的资质</translation>
    </message>
    <message>
        <source>End this certificate</source>
        <translation>终止此资质</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>提前终止</translation>
    </message>
    <message>
        <source>Enter a certificate</source>
        <translation>录入资质</translation>
    </message>
    <message>
        <source>Enter this certificate</source>
        <translation>录入此资质</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>测试项目</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Not written.</source>
        <translation>未作记录。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Reason for ending it today</source>
        <translation>今天终止的原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The certificate is ended</source>
        <translation>资质已终止</translation>
    </message>
    <message>
        <source>The certificate is entered</source>
        <translation>资质已录入</translation>
    </message>
    <message>
        <source>This study asks for no certificates.</source>
        <translation>本研究不要求资质。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Valid, ends soon</source>
        <translation>有效，即将到期</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>the code of the trainer, never a name</source>
        <translation>培训者的代码，不写姓名</translation>
    </message>
    <message>
        <source>what was observed, if you like</source>
        <translation>观察到的情况（可选）</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>{held} of {count} are valid today.</source>
        <translation>今天 {count} 项中有 {held} 项有效。</translation>
    </message>
</context>
<context>
    <name>ChoiceStep</name>
    <message>
        <source>Accept</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>As before. Enter takes it over.</source>
        <translation>与上次相同。按 Enter 沿用。</translation>
    </message>
    <message>
        <source>Choose one with its digit, then press Enter.</source>
        <translation>请按数字选择，再按 Enter。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Nothing chosen.</source>
        <translation>尚未选择。</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Consent given anew</source>
        <translation>重新同意</translation>
    </message>
    <message>
        <source>Version of the consent form</source>
        <translation>知情同意书版本</translation>
    </message>
</context>
<context>
    <name>ConsentForm</name>
    <message>
        <source>Day of consent</source>
        <translation>同意日期</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>例如 2025-11-18</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>Correct a value</source>
        <translation>更正数值</translation>
    </message>
    <message>
        <source>Correct value</source>
        <translation>更正后的数值</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改理由</translation>
    </message>
    <message>
        <source>Record correction</source>
        <translation>记录更正</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录值</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧别</translation>
    </message>
    <message>
        <source>The value that was recorded stays in the ledger. A signed visit must be signed again.</source>
        <translation>已记录的数值保留在账本中。已签名的访视须重新签名。</translation>
    </message>
    <message>
        <source>This is the value that is recorded; nothing was changed.</source>
        <translation>与已记录的数值相同；未作任何更改。</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试次</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Values that can be corrected</source>
        <translation>可更正的数值</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Next: {0}</source>
        <translation>下一项：{0}</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Rest, same hand</source>
        <translation>同一只手休息</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation>核对并签名</translation>
    </message>
    <message>
        <source>Saved: {0}, {1}</source>
        <translation>已保存：{0}，{1}</translation>
    </message>
</context>
<context>
    <name>CrashPage</name>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Every value that the screen called saved is on disk. Nothing was lost.</source>
        <translation>屏幕上显示已保存的数值均已写入磁盘。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>No report could be written: the log folder is full or read-only.</source>
        <translation>未能写入报告：日志文件夹已满或为只读。</translation>
    </message>
    <message>
        <source>Open the program again: the first page says what was found.</source>
        <translation>请重新打开程序：首页会说明所发现的情况。</translation>
    </message>
    <message>
        <source>The program met a fault</source>
        <translation>程序出现故障</translation>
    </message>
    <message>
        <source>The report holds no participant data. Give it to whoever looks after the program: {path}</source>
        <translation>报告不含参与者数据。请交给程序负责人：{path}</translation>
    </message>
    <message>
        <source>The station was closed so that nothing wrong can be written.</source>
        <translation>为避免写入错误内容，工作站已关闭。</translation>
    </message>
</context>
<context>
    <name>CueBar</name>
    <message>
        <source>Next at {0}</source>
        <translation>下一次：{0}</translation>
    </message>
    <message>
        <source>Say nothing else until the first remark</source>
        <translation>第一次提示前不说其他话</translation>
    </message>
    <message>
        <source>Say: {0}</source>
        <translation>要说：{0}</translation>
    </message>
</context>
<context>
    <name>DefinitionPlaces</name>
    <message>
        <source>assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>blinded</source>
        <translation>是否设盲</translation>
    </message>
    <message>
        <source>blinding</source>
        <translation>盲法</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>资质证书</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>criterion</source>
        <translation>入选标准</translation>
    </message>
    <message>
        <source>day to count from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>days after</source>
        <translation>延后天数</translation>
    </message>
    <message>
        <source>days before</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>days between</source>
        <translation>间隔天数</translation>
    </message>
    <message>
        <source>days of a cycle</source>
        <translation>周期天数</translation>
    </message>
    <message>
        <source>earlier results hidden</source>
        <translation>隐藏以往结果</translation>
    </message>
    <message>
        <source>edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>end of the clock</source>
        <translation>计时上限</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>exercise sessions</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>expected result</source>
        <translation>预期结果</translation>
    </message>
    <message>
        <source>extra trial</source>
        <translation>加测</translation>
    </message>
    <message>
        <source>fact asked</source>
        <translation>询问的事项</translation>
    </message>
    <message>
        <source>first time only</source>
        <translation>仅首次</translation>
    </message>
    <message>
        <source>given values</source>
        <translation>给定数值</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>held at a distance</source>
        <translation>远程进行</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>information sheet</source>
        <translation>知情说明</translation>
    </message>
    <message>
        <source>instruments</source>
        <translation>测试项目</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>lowest age</source>
        <translation>最低年龄</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月数</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>offered value</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>page for the participant</source>
        <translation>参与者总结页</translation>
    </message>
    <message>
        <source>participants planned</source>
        <translation>计划人数</translation>
    </message>
    <message>
        <source>primary outcome</source>
        <translation>主要结局</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>reason for not holding</source>
        <translation>未进行原因</translation>
    </message>
    <message>
        <source>reasons to stop</source>
        <translation>停止标准</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>repetitions</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>rest before</source>
        <translation>测前休息</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>sets</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>sexes</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>times a week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>试次</translation>
    </message>
    <message>
        <source>used from</source>
        <translation>启用日</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>way of finding out</source>
        <translation>得知途径</translation>
    </message>
    <message>
        <source>way of holding</source>
        <translation>进行方式</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周数</translation>
    </message>
    <message>
        <source>what is done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>口述内容</translation>
    </message>
    <message>
        <source>worked example</source>
        <translation>算例</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>A new device</source>
        <translation>新设备</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>Calibration due</source>
        <translation>校准到期</translation>
    </message>
    <message>
        <source>Calibration of {device}</source>
        <translation>{device} 的校准</translation>
    </message>
    <message>
        <source>Calibration of {device} recorded</source>
        <translation>已记录 {device} 的校准</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>检查到期</translation>
    </message>
    <message>
        <source>Check of {device} against a known weight, today</source>
        <translation>今天用已知重量检查 {device}</translation>
    </message>
    <message>
        <source>Check of {device} recorded</source>
        <translation>已记录 {device} 的检查</translation>
    </message>
    <message>
        <source>Day of calibration</source>
        <translation>校准日期</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices of this station</source>
        <translation>本工作站的设备</translation>
    </message>
    <message>
        <source>Did not pass</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Due in {count} days</source>
        <translation>{count} 天后到期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>明天到期</translation>
    </message>
    <message>
        <source>Known weight</source>
        <translation>已知重量</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation>厂商与型号</translation>
    </message>
    <message>
        <source>Make, serial number</source>
        <translation>厂商、序列号</translation>
    </message>
    <message>
        <source>Next calibration due</source>
        <translation>下次校准到期</translation>
    </message>
    <message>
        <source>Next check due</source>
        <translation>下次检查到期</translation>
    </message>
    <message>
        <source>No device yet. Register one with N.</source>
        <translation>尚无设备。请按 N 登记。</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Overdue by {count} days</source>
        <translation>逾期 {count} 天</translation>
    </message>
    <message>
        <source>Overdue since yesterday</source>
        <translation>昨天起逾期</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Reason for taking it out of use</source>
        <translation>停用原因</translation>
    </message>
    <message>
        <source>Register device</source>
        <translation>登记设备</translation>
    </message>
    <message>
        <source>Save calibration</source>
        <translation>保存校准</translation>
    </message>
    <message>
        <source>Save check</source>
        <translation>保存检查</translation>
    </message>
    <message>
        <source>Save device</source>
        <translation>保存设备</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>最小刻度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Take it out of use</source>
        <translation>确认停用</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Take {device} out of use? What was measured with it stays as it is.</source>
        <translation>停用 {device}？已用它测得的数据保持不变。</translation>
    </message>
    <message>
        <source>The device showed</source>
        <translation>设备显示</translation>
    </message>
    <message>
        <source>The facts of {device}, stated anew</source>
        <translation>重新登记 {device} 的信息</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>as on the certificate</source>
        <translation>与证书一致</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>change facts</source>
        <translation>更改信息</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>such as 0.1, or empty</source>
        <translation>如 0.1，或留空</translation>
    </message>
    <message>
        <source>such as 2026-09-01</source>
        <translation>如 2026-09-01</translation>
    </message>
    <message>
        <source>such as 2026-09-01, or empty</source>
        <translation>如 2026-09-01，或留空</translation>
    </message>
    <message>
        <source>such as D-03</source>
        <translation>如 D-03</translation>
    </message>
    <message>
        <source>such as kgf, kg, s</source>
        <translation>如 kgf、kg、s</translation>
    </message>
    <message>
        <source>take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>{count} in use. One that is overdue or did not pass its check is used only with a reason.</source>
        <translation>{count} 台在用。逾期或未通过检查的设备须说明原因才能使用。</translation>
    </message>
    <message>
        <source>{device} is in the register</source>
        <translation>{device} 已登记</translation>
    </message>
    <message>
        <source>{device} is out of use</source>
        <translation>{device} 已停用</translation>
    </message>
</context>
<context>
    <name>DoneMatrix</name>
    <message>
        <source>What was done</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>What was done at each visit</source>
        <translation>各次访视的完成情况</translation>
    </message>
</context>
<context>
    <name>EligibilityPart</name>
    <message>
        <source>Eligible</source>
        <translation>符合入组条件</translation>
    </message>
    <message>
        <source>Must be so</source>
        <translation>必须符合</translation>
    </message>
    <message>
        <source>Must not be so</source>
        <translation>不得符合</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Not decided: {count} still open</source>
        <translation>尚未确定：还有 {count} 项未回答</translation>
    </message>
    <message>
        <source>Not eligible: {count} not as it must be</source>
        <translation>不符合入组条件：{count} 项不符</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>One of these is enough:</source>
        <translation>满足其中一项即可：</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>empty: not known</source>
        <translation>留空表示不详</translation>
    </message>
    <message>
        <source>years</source>
        <translation>岁</translation>
    </message>
</context>
<context>
    <name>EmergencyForm</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Emergency unblinding of {code}. It is recorded before the group is shown, and cannot be undone.</source>
        <translation>{code} 的紧急揭盲。先记录，再显示组别，且无法撤销。</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>告知谁</translation>
    </message>
    <message>
        <source>Why it is an emergency</source>
        <translation>紧急原因</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>您的口令</translation>
    </message>
    <message>
        <source>a code or a function, no name</source>
        <translation>代码或职务，不写姓名</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>如 2025-11-18</translation>
    </message>
    <message>
        <source>without naming a group</source>
        <translation>不写组别</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Consent comes first. The study code is made when you enrol; no name is asked for.</source>
        <translation>须先签署知情同意。研究编号在入组时生成；不询问姓名。</translation>
    </message>
    <message>
        <source>Day of consent</source>
        <translation>同意日期</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>利手</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>入组</translation>
    </message>
    <message>
        <source>Enrolled as {code}</source>
        <translation>已入组，编号 {code}</translation>
    </message>
    <message>
        <source>Keep the screening only</source>
        <translation>仅保存筛选</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>新参与者</translation>
    </message>
    <message>
        <source>Not enrolled.</source>
        <translation>尚未入组。</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Screening kept as {code}</source>
        <translation>筛选已保存为 {code}</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>使用语言</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项必填。请填写。</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>出生年份</translation>
    </message>
    <message>
        <source>enrol</source>
        <translation>入组</translation>
    </message>
    <message>
        <source>keep screening</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>leave, nobody is enrolled</source>
        <translation>离开（不入组）</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>例如 2025-11-18</translation>
    </message>
    <message>
        <source>the second identifier</source>
        <translation>第二身份标识</translation>
    </message>
    <message>
        <source>visits are counted from this day</source>
        <translation>访视从该日起算</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>A package counts as safe only when central&apos;s signed receipt for it has come back.</source>
        <translation>只有收到中央签名的回执，数据包才算安全。</translation>
    </message>
    <message>
        <source>Adopt text pack</source>
        <translation>采用文本包</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Check ledger</source>
        <translation>核查账本</translation>
    </message>
    <message>
        <source>Checked.</source>
        <translation>已核查。</translation>
    </message>
    <message>
        <source>Checking the ledger:</source>
        <translation>正在核查账本：</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Export package</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>已导出。</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>数据包文件夹</translation>
    </message>
    <message>
        <source>Held back: {what}</source>
        <translation>暂留：{what}</translation>
    </message>
    <message>
        <source>New on the page of queries: {count}.</source>
        <translation>质疑页面上的新内容：{count} 条。</translation>
    </message>
    <message>
        <source>No package yet. Export one with E; it goes to central on a stick or by mail.</source>
        <translation>尚无数据包。按 E 导出，用 U 盘或邮件送至中央。</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Not exported; nothing was lost.</source>
        <translation>未导出；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Not yet: {code}, {visit}, {day}</source>
        <translation>未送达：{code}，{visit}，{day}</translation>
    </message>
    <message>
        <source>Nothing that is practised is ever exported. In the study, packages stand here.</source>
        <translation>练习内容绝不导出。在研究中，数据包会列在这里。</translation>
    </message>
    <message>
        <source>Opened again and compared</source>
        <translation>已重新打开并比对</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Packages and receipts</source>
        <translation>数据包与回执</translation>
    </message>
    <message>
        <source>Read a file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Read.</source>
        <translation>已读取。</translation>
    </message>
    <message>
        <source>Receipt of central, or text pack</source>
        <translation>中央回执或文本包</translation>
    </message>
    <message>
        <source>Receipt {number}: central holds this station&apos;s entries up to {held}.</source>
        <translation>回执 {number}：中央已保存本工作站截至第 {held} 条的记录。</translation>
    </message>
    <message>
        <source>Save station card</source>
        <translation>保存工作站卡片</translation>
    </message>
    <message>
        <source>Sealed and signed</source>
        <translation>已封装并签名</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Nothing was changed. Choose the file that central or the site sent.</source>
        <translation>无法读取文件 {file}。未作任何更改。请选择中央或中心发来的文件。</translation>
    </message>
    <message>
        <source>Written to {folder}</source>
        <translation>已写入 {folder}</translation>
    </message>
    <message>
        <source>back to Today</source>
        <translation>返回今天</translation>
    </message>
    <message>
        <source>cancel, nothing is lost</source>
        <translation>取消（不会丢失）</translation>
    </message>
    <message>
        <source>check ledger</source>
        <translation>核查账本</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>do not adopt</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>export package</source>
        <translation>导出数据包</translation>
    </message>
    <message>
        <source>read receipt or text pack</source>
        <translation>读取回执或文本包</translation>
    </message>
    <message>
        <source>save station card</source>
        <translation>保存工作站卡片</translation>
    </message>
    <message>
        <source>show contents</source>
        <translation>查看内容</translation>
    </message>
    <message>
        <source>signed visits</source>
        <translation>已签名访视</translation>
    </message>
    <message>
        <source>{count} entries, for central, the site escrow key and this station</source>
        <translation>{count} 条记录，供中央、中心托管密钥和本工作站</translation>
    </message>
    <message>
        <source>{count} entries, unbroken; every signature fits. Head {code}.</source>
        <translation>{count} 条记录，完整无断；签名全部相符。链头 {code}。</translation>
    </message>
    <message>
        <source>{done} of {total} entries</source>
        <translation>{done} / {total} 条记录</translation>
    </message>
    <message>
        <source>{package} was written to {file}, opened again and found equal. Bring it to central.</source>
        <translation>{package} 已写入 {file}，重新打开核对一致。请送至中央。</translation>
    </message>
    <message>
        <source>{safe} of {signed}</source>
        <translation>{safe} / {signed}</translation>
    </message>
</context>
<context>
    <name>ExerciseTable</name>
    <message>
        <source>Done: sets</source>
        <translation>完成：组数</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>训练动作</translation>
    </message>
    <message>
        <source>Load, band</source>
        <translation>负荷、弹力带</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Prescribed</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>{exercise}: band or support</source>
        <translation>{exercise}：弹力带或辅助</translation>
    </message>
    <message>
        <source>{exercise}: load</source>
        <translation>{exercise}：负荷</translation>
    </message>
    <message>
        <source>{exercise}: prescribed load</source>
        <translation>{exercise}：处方负荷</translation>
    </message>
    <message>
        <source>{exercise}: repetitions</source>
        <translation>{exercise}：次数</translation>
    </message>
    <message>
        <source>{exercise}: sets</source>
        <translation>{exercise}：组数</translation>
    </message>
    <message>
        <source>{sets} × {repetitions}</source>
        <translation>{sets} × {repetitions}</translation>
    </message>
    <message>
        <source>{sets} × {repetitions} ×</source>
        <translation>{sets} × {repetitions} ×</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Infusion of cycle {cycle}</source>
        <translation>第 {cycle} 周期输注日</translation>
    </message>
    <message>
        <source>Reason, where something changes that was stated</source>
        <translation>更改已填内容的理由</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>例如 2025-11-18</translation>
    </message>
</context>
<context>
    <name>FieldsCard</name>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项必填。请填写。</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Reason in words</source>
        <translation>文字说明</translation>
    </message>
</context>
<context>
    <name>FinishedStep</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Everything has a value or a coded reason.</source>
        <translation>所有项目都有数值或理由代码。</translation>
    </message>
</context>
<context>
    <name>FormPart</name>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
</context>
<context>
    <name>FoundNotice</name>
    <message>
        <source>1 value was saved, on {at}, for {code}.</source>
        <translation>{code} 的 1 个数值已于 {at} 保存。</translation>
    </message>
    <message>
        <source>No trial was running.</source>
        <translation>当时没有正在进行的试次。</translation>
    </message>
    <message>
        <source>No value had been recorded since it was opened.</source>
        <translation>打开后没有记录过数值。</translation>
    </message>
    <message>
        <source>One trial did not finish and has no value: {code}, {place}, started {at}.</source>
        <translation>有一个试次未完成，没有数值：{code}，{place}，{at} 开始。</translation>
    </message>
    <message>
        <source>The last run did not end in good order; nothing that was saved is lost.</source>
        <translation>上次运行未正常结束；已保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>{count} values were saved, the last on {at}, for {code}.</source>
        <translation>已为 {code} 保存 {count} 个数值，最后一个于 {at}。</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Hand to participant</source>
        <translation>交给参与者</translation>
    </message>
    <message>
        <source>Its wording is not on this station in this language, so there is nothing to read.</source>
        <translation>本工作站没有该语言的问卷文字，因此无内容可读。</translation>
    </message>
    <message>
        <source>Not for self-entry.</source>
        <translation>不能自填。</translation>
    </message>
    <message>
        <source>hand to participant</source>
        <translation>交给参与者</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Enter accepts and goes on. A value that was accepted is on disk; there is nothing to save.</source>
        <translation>按 Enter 确认并继续。确认后的数值已写入磁盘，无需另行保存。</translation>
    </message>
    <message>
        <source>Esc or F1 closes this help.</source>
        <translation>按 Esc 或 F1 关闭帮助。</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>在本页</translation>
    </message>
</context>
<context>
    <name>IdentityBand</name>
    <message>
        <source>Participant, side and trial</source>
        <translation>参与者、侧别和试次</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Not changed.</source>
        <translation>未更改。</translation>
    </message>
</context>
<context>
    <name>JudgementPanel</name>
    <message>
        <source>Adapted</source>
        <translation>作了调整</translation>
    </message>
    <message>
        <source>Administered</source>
        <translation>实施方式</translation>
    </message>
    <message>
        <source>As the protocol says</source>
        <translation>按方案</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>进行方式</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>实施判定</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>测试项目</translation>
    </message>
    <message>
        <source>Instruments of this visit</source>
        <translation>本次访视的测试</translation>
    </message>
    <message>
        <source>May be used</source>
        <translation>可以使用</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Not to be used</source>
        <translation>不可使用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>State this</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>needed for anything but the first choices</source>
        <translation>除首选项外均须填写</translation>
    </message>
    <message>
        <source>nothing said means: as the protocol says, may be used</source>
        <translation>未记录即表示：按方案实施，可以使用</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Keys that work here</source>
        <translation>此处可用的按键</translation>
    </message>
</context>
<context>
    <name>KeyCap</name>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>KioskPage</name>
    <message>
        <source>Back to the questions</source>
        <translation>返回问题</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>Back to the questions</source>
        <translation>返回问题</translation>
    </message>
    <message>
        <source>For the staff</source>
        <translation>工作人员专用</translation>
    </message>
    <message>
        <source>Only the person who is signed in can take the screen back. Every answer is on disk.</source>
        <translation>只有已登录的人员可以收回屏幕。所有回答均已保存。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Take the screen back</source>
        <translation>收回屏幕</translation>
    </message>
    <message>
        <source>This is not the passphrase of the person who is signed in. The page stays closed.</source>
        <translation>这不是已登录人员的口令。此页面保持锁定。</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>Limb</name>
    <message>
        <source>left arm</source>
        <translation>左臂</translation>
    </message>
    <message>
        <source>left leg</source>
        <translation>左腿</translation>
    </message>
    <message>
        <source>right arm</source>
        <translation>右臂</translation>
    </message>
    <message>
        <source>right leg</source>
        <translation>右腿</translation>
    </message>
</context>
<context>
    <name>ListPrinting</name>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>完成：</translation>
    </message>
    <message>
        <source>Handed to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Printed by {user}, {moment}. Study codes only; no results.</source>
        <translation>打印：{user}，{moment}。仅含研究编号，无结果。</translation>
    </message>
    <message>
        <source>Save list as PDF</source>
        <translation>将列表存为 PDF</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标日</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Visits to look after, {day}</source>
        <translation>待处理的访视，{day}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>{0} could not be written. Nothing recorded is lost; choose another place and try again.</source>
        <translation>无法写入 {0}。已记录的内容没有丢失；请选择其他位置重试。</translation>
    </message>
    <message>
        <source>{study}, site {site}, station {station}. {count} visits.</source>
        <translation>{study}，中心 {site}，工作站 {station}。{count} 次访视。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>AssessDesk practice</source>
        <translation>AssessDesk 练习</translation>
    </message>
    <message>
        <source>Closed cleanly {at}</source>
        <translation>{at} 正常关闭</translation>
    </message>
    <message>
        <source>Everything is at central</source>
        <translation>已全部送达中央</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>未执行：</translation>
    </message>
    <message>
        <source>Nothing goes to central</source>
        <translation>不发送到中心</translation>
    </message>
    <message>
        <source>Station {station}, version {version}</source>
        <translation>工作站 {station}，版本 {version}</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>next area</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>{study}, site {site}</source>
        <translation>{study}，中心 {site}</translation>
    </message>
</context>
<context>
    <name>MissedPanel</name>
    <message>
        <source>Every instrument of the visit is then not done, ND14. A digit chooses, Enter records.</source>
        <translation>此后本次访视的所有测试均为未完成（ND14）。数字键选择，Enter 记录。</translation>
    </message>
    <message>
        <source>Not recorded:</source>
        <translation>未记录：</translation>
    </message>
    <message>
        <source>Why did the visit not take place?</source>
        <translation>访视为何没有进行？</translation>
    </message>
    <message>
        <source>{code}, {visit}: record as missed</source>
        <translation>{code}，{visit}：记为未到访</translation>
    </message>
</context>
<context>
    <name>NavList</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Allocation</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>稽查轨迹</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>NumberStep</name>
    <message>
        <source>Accept</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>On disk the moment you accept it.</source>
        <translation>确认后立即写入磁盘。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>to {0} {1}</source>
        <translation>精确到 {0} {1}</translation>
    </message>
    <message>
        <source>{0} before. Enter takes it over.</source>
        <translation>上次为 {0}。按 Enter 沿用。</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
</context>
<context>
    <name>ObserveStep</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>OfferStep</name>
    <message>
        <source>The two best trials lie further apart than the protocol expects.</source>
        <translation>最好的两次试次相差超过方案的预期。</translation>
    </message>
    <message>
        <source>{0}: one more trial?</source>
        <translation>{0}：再做一次吗？</translation>
    </message>
</context>
<context>
    <name>OpeningPanel</name>
    <message>
        <source>Ask for the year of birth, and type what you hear. Nothing opens before it fits.</source>
        <translation>请询问出生年份并照所听输入。相符后才会打开。</translation>
    </message>
    <message>
        <source>Leave closed</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>打开访视</translation>
    </message>
    <message>
        <source>Reason for opening outside the window</source>
        <translation>在窗口外打开的理由</translation>
    </message>
    <message>
        <source>Second identifier of {code}</source>
        <translation>{code} 的第二身份标识</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>出生年份</translation>
    </message>
</context>
<context>
    <name>PackageTable</name>
    <message>
        <source>Count</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Head code</source>
        <translation>链头编码</translation>
    </message>
    <message>
        <source>Held back at central: {why}</source>
        <translation>中央暂留：{why}</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Receipt {number}, all accepted</source>
        <translation>回执 {number}，全部接收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入时间</translation>
    </message>
    <message>
        <source>Written, no receipt yet</source>
        <translation>已写入，尚无回执</translation>
    </message>
    <message>
        <source>{file}, sealed for {count} recipients</source>
        <translation>{file}，为 {count} 个接收者封装</translation>
    </message>
</context>
<context>
    <name>PageParts</name>
    <message>
        <source>1 entry not yet at central</source>
        <translation>1 条记录尚未送达中央</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>女</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>trial {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>{count} entries not yet at central</source>
        <translation>{count} 条记录尚未送达中央</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the participant&apos;s page</source>
        <translation>参与者总结页预览</translation>
    </message>
</context>
<context>
    <name>ParticipantForms</name>
    <message>
        <source>Change care facts</source>
        <translation>更改注意事项</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>更改状态</translation>
    </message>
    <message>
        <source>Consent anew</source>
        <translation>重新同意</translation>
    </message>
    <message>
        <source>Dates and facts</source>
        <translation>日期与事项</translation>
    </message>
    <message>
        <source>Record the change</source>
        <translation>记录更改</translation>
    </message>
    <message>
        <source>care facts</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>dates, facts</source>
        <translation>日期与事实</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ParticipantPage</name>
    <message>
        <source>About this person</source>
        <translation>关于此参与者</translation>
    </message>
    <message>
        <source>Consent is due anew.</source>
        <translation>需要重新同意。</translation>
    </message>
    <message>
        <source>Continue {visit}</source>
        <translation>继续{visit}</translation>
    </message>
    <message>
        <source>Cycle {cycle}, day {day} of chemotherapy today.</source>
        <translation>今天是化疗第 {cycle} 周期第 {day} 天。</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>利手</translation>
    </message>
    <message>
        <source>Earlier results are hidden.</source>
        <translation>以往结果已隐藏。</translation>
    </message>
    <message>
        <source>Earlier results stay hidden: the study is blinded.</source>
        <translation>以往结果不显示：本研究为盲法研究。</translation>
    </message>
    <message>
        <source>Go on with screening</source>
        <translation>继续筛选</translation>
    </message>
    <message>
        <source>Look at {visit}</source>
        <translation>查看{visit}</translation>
    </message>
    <message>
        <source>Not done, {code}</source>
        <translation>未做，{code}</translation>
    </message>
    <message>
        <source>Nothing more is collected.</source>
        <translation>不再收集任何内容。</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>打开访视</translation>
    </message>
    <message>
        <source>Open {visit}</source>
        <translation>打开{visit}</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Record as missed</source>
        <translation>记为未到访</translation>
    </message>
    <message>
        <source>Review {visit}</source>
        <translation>核对{visit}</translation>
    </message>
    <message>
        <source>Since {day}: {reason}.</source>
        <translation>自 {day} 起：{reason}。</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>使用语言</translation>
    </message>
    <message>
        <source>Still collected: {what}.</source>
        <translation>仍然收集：{what}。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结页</translation>
    </message>
    <message>
        <source>The study is blinded; values and group open after database lock, to unblinded roles only.</source>
        <translation>本研究为盲法研究；数值和分组在数据库锁定后仅对非盲角色开放。</translation>
    </message>
    <message>
        <source>Unscheduled visit</source>
        <translation>计划外访视</translation>
    </message>
    <message>
        <source>Version {due} is in force, {given} was given. Ask, then state it with C.</source>
        <translation>现行版本为 {due}，已同意的是 {given}。请先征得同意，再按 C 记录。</translation>
    </message>
    <message>
        <source>adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>audit trail</source>
        <translation>稽查轨迹</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未到访</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>总结页</translation>
    </message>
    <message>
        <source>unscheduled</source>
        <translation>计划外访视</translation>
    </message>
    <message>
        <source>{progress} done</source>
        <translation>已完成 {progress}</translation>
    </message>
    <message>
        <source>{sex}, born {year}.</source>
        <translation>{sex}，{year} 年出生。</translation>
    </message>
    <message>
        <source>{sex}, born {year}. Start {day}. Consent {consent}, version {version}.</source>
        <translation>{sex}，{year} 年出生。开始 {day}。同意 {consent}，版本 {version}。</translation>
    </message>
</context>
<context>
    <name>ParticipantsPage</name>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>Find a participant by code</source>
        <translation>按编号查找参与者</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>新参与者</translation>
    </message>
    <message>
        <source>No participant has a code with “{text}” in it.</source>
        <translation>没有编号含“{text}”的参与者。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. Enrol the first participant with N.</source>
        <translation>尚无入组者。按 N 登记第一位参与者。</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始日</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>Visits signed</source>
        <translation>已签名访视</translation>
    </message>
    <message>
        <source>an arm must not be tested</source>
        <translation>有不得测试的手臂</translation>
    </message>
    <message>
        <source>back to Today</source>
        <translation>返回今天</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>new participant</source>
        <translation>新参与者</translation>
    </message>
    <message>
        <source>show participant</source>
        <translation>查看参与者</translation>
    </message>
    <message>
        <source>{count} on this station, by study code. There are no names here.</source>
        <translation>本工作站共 {count} 人，按研究编号排列。此处不含姓名。</translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation>{done} / {planned}</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>A new person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>添加此人</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation>正在生成密钥</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>Not added.</source>
        <translation>未添加。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>People of this station</source>
        <translation>本工作站的人员</translation>
    </message>
    <message>
        <source>Reason for removing</source>
        <translation>移除理由</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>移除此人</translation>
    </message>
    <message>
        <source>Remove {user}? The passphrase will open nothing any more, and the ledger gets another key.</source>
        <translation>移除 {user}？其口令将不再能打开任何内容，账本将更换密钥。</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>两次口令不一致。请输入两次相同的口令。</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项必填。请填写。</translation>
    </message>
    <message>
        <source>a code such as AS-04, never a name</source>
        <translation>代码如 AS-04，不用姓名</translation>
    </message>
    <message>
        <source>add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>typed by the person; a sentence that only they know</source>
        <translation>由本人输入只有自己知道的句子</translation>
    </message>
    <message>
        <source>{count} may sign in at this station.</source>
        <translation>本工作站有 {count} 人可登录。</translation>
    </message>
    <message>
        <source>{user} was added</source>
        <translation>已添加 {user}</translation>
    </message>
    <message>
        <source>{user} was removed</source>
        <translation>已移除 {user}</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice: invented participants, nothing leaves this computer</source>
        <translation>练习：参与者为虚构，任何内容都不会离开这台电脑</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Back to the study</source>
        <translation>返回研究</translation>
    </message>
    <message>
        <source>Begin to practise</source>
        <translation>开始练习</translation>
    </message>
    <message>
        <source>Everything works as in the study, on invented participants whose visits are due today. What you do here stays in a folder of its own and is never exported.</source>
        <translation>一切与研究中相同，只是参与者为虚构，其访视今天到期。您在这里所做的一切保存在单独的文件夹中，绝不导出。</translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation>正在生成密钥</translation>
    </message>
    <message>
        <source>Not set up.</source>
        <translation>尚未设置。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>两次口令不一致。请输入两次相同的口令。</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项必填。请填写。</translation>
    </message>
    <message>
        <source>Your own code</source>
        <translation>您自己的代码</translation>
    </message>
    <message>
        <source>a code such as AS-04, never a name</source>
        <translation>代码如 AS-04，不用姓名</translation>
    </message>
    <message>
        <source>a long sentence; it need not be that of the study</source>
        <translation>较长的句子即可，可与研究的口令不同</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Ended before {day}</source>
        <translation>{day} 前已结束</translation>
    </message>
    <message>
        <source>Held {day}</source>
        <translation>{day} 已进行</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Missed, ND14</source>
        <translation>未完成，ND14</translation>
    </message>
    <message>
        <source>Not held {day}</source>
        <translation>{day} 未进行</translation>
    </message>
    <message>
        <source>Planned {day}</source>
        <translation>计划 {day}</translation>
    </message>
    <message>
        <source>Reached, form open</source>
        <translation>已接通，表单未填</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>To state, {day}</source>
        <translation>待记录，{day}</translation>
    </message>
    <message>
        <source>Unusual:</source>
        <translation>异常：</translation>
    </message>
    <message>
        <source>exercise sessions</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>telephone follow-ups</source>
        <translation>电话随访</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>出席率</translation>
    </message>
    <message>
        <source>Correct session</source>
        <translation>更正训练</translation>
    </message>
    <message>
        <source>Corrected: {reason}</source>
        <translation>已更正：{reason}</translation>
    </message>
    <message>
        <source>Cycle {cycle}, day {day}</source>
        <translation>第 {cycle} 周期第 {day} 天</translation>
    </message>
    <message>
        <source>Exercise sessions</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Exertion {number}</source>
        <translation>用力程度 {number}</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已进行</translation>
    </message>
    <message>
        <source>Held {day}, {mode}, {minutes} min</source>
        <translation>{day} 进行，{mode}，{minutes} 分钟</translation>
    </message>
    <message>
        <source>Led by {who}</source>
        <translation>指导者 {who}</translation>
    </message>
    <message>
        <source>No adverse event</source>
        <translation>无不良事件</translation>
    </message>
    <message>
        <source>Nobody has sessions planned yet.</source>
        <translation>尚无人有训练计划。</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>未进行</translation>
    </message>
    <message>
        <source>Not shown:</source>
        <translation>无法显示：</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>Pain after {number}</source>
        <translation>训练后疼痛 {number}</translation>
    </message>
    <message>
        <source>Pain before {number}</source>
        <translation>训练前疼痛 {number}</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Participants with sessions</source>
        <translation>有训练的参与者</translation>
    </message>
    <message>
        <source>Participants: {count}. Sessions to state: {open}.</source>
        <translation>参与者 {count} 人。待记录训练 {open} 次。</translation>
    </message>
    <message>
        <source>Planned {day}</source>
        <translation>计划 {day}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record session</source>
        <translation>记录训练</translation>
    </message>
    <message>
        <source>Relative dose</source>
        <translation>相对剂量</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Session recorded</source>
        <translation>训练已记录</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>第 {number} 次</translation>
    </message>
    <message>
        <source>Sessions by week</source>
        <translation>每周训练</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>截至目前</translation>
    </message>
    <message>
        <source>The first day of the programme is not stated yet. State it on the participant&apos;s page.</source>
        <translation>训练计划的第一天尚未记录。请在参与者页面记录。</translation>
    </message>
    <message>
        <source>To state</source>
        <translation>待记录</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Week {week}</source>
        <translation>第 {week} 周</translation>
    </message>
    <message>
        <source>Week {week} of {weeks}. First day {day}.</source>
        <translation>共 {weeks} 周，第 {week} 周。第一天 {day}。</translation>
    </message>
    <message>
        <source>Week {week}, session {place}</source>
        <translation>第 {week} 周，第 {place} 次</translation>
    </message>
    <message>
        <source>adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>no first day yet</source>
        <translation>尚无第一天</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>{code}, exercise sessions</source>
        <translation>{code}，训练</translation>
    </message>
    <message>
        <source>{week} of {weeks}</source>
        <translation>{week}/{weeks}</translation>
    </message>
</context>
<context>
    <name>Queries</name>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>The participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{who} at central</source>
        <translation>中央 {who}</translation>
    </message>
</context>
<context>
    <name>QueriesPage</name>
    <message>
        <source>1 query needs an answer</source>
        <translation>1 条质疑待答复</translation>
    </message>
    <message>
        <source>A query asks about a value. Answer it, or correct the value with a reason.</source>
        <translation>质疑针对某个数值。请答复，或说明原因后更正该数值。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提出质疑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Correct the value</source>
        <translation>更正数值</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Nobody has asked anything. A value in a review is asked about with Alt Q.</source>
        <translation>没有质疑。在审核页面按 Alt Q 可就数值提出质疑。</translation>
    </message>
    <message>
        <source>Old to new</source>
        <translation>旧值 → 新值</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>发送答复</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Which queries</source>
        <translation>质疑筛选</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Your answer to {number}</source>
        <translation>对 {number} 的答复</translation>
    </message>
    <message>
        <source>Your words on {number}</source>
        <translation>对 {number} 的意见</translation>
    </message>
    <message>
        <source>ask anew</source>
        <translation>新质疑</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>central reads this</source>
        <translation>中央可见</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>send answer</source>
        <translation>发送答复</translation>
    </message>
    <message>
        <source>the site and central read this</source>
        <translation>本中心和中央可见</translation>
    </message>
    <message>
        <source>write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>{count} queries need an answer</source>
        <translation>{count} 条质疑待答复</translation>
    </message>
    <message>
        <source>{number}, asked by {who}</source>
        <translation>{number}，提出者 {who}</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
</context>
<context>
    <name>ReasonAsking</name>
    <message>
        <source>Saved: last trial is void, {0}</source>
        <translation>已保存：上一试次作废，{0}</translation>
    </message>
    <message>
        <source>not done, {0}</source>
        <translation>未做，{0}</translation>
    </message>
</context>
<context>
    <name>ReasonMenu</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>First reasons</source>
        <translation>返回前面的理由</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>更多理由</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>This reason needs words</source>
        <translation>此理由需要文字说明</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why is it not done?</source>
        <translation>为什么未做？</translation>
    </message>
    <message>
        <source>Why is the last trial void?</source>
        <translation>为什么上一试次作废？</translation>
    </message>
    <message>
        <source>Why is the rest of this side not done?</source>
        <translation>为什么该侧其余的未做？</translation>
    </message>
</context>
<context>
    <name>RestBar</name>
    <message>
        <source>Ready</source>
        <translation>可以开始</translation>
    </message>
    <message>
        <source>Rest is over, ready</source>
        <translation>休息结束，可以开始</translation>
    </message>
    <message>
        <source>left of {0}</source>
        <translation>剩余（共 {0}）</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可以开始</translation>
    </message>
    <message>
        <source>rest was {0} of {1}</source>
        <translation>休息了 {0}，应为 {1}</translation>
    </message>
    <message>
        <source>{0} left of {1}</source>
        <translation>剩余 {0}（共 {1}）</translation>
    </message>
</context>
<context>
    <name>RestrictionFigure</name>
    <message>
        <source>L</source>
        <translation>左</translation>
    </message>
    <message>
        <source>R</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Restricted limbs</source>
        <translation>受限肢体</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Classes by</source>
        <translation>分类标准</translation>
    </message>
    <message>
        <source>Classes side by side</source>
        <translation>并列的分类</translation>
    </message>
    <message>
        <source>Compared, unrounded</source>
        <translation>比较的数值（未取整）</translation>
    </message>
    <message>
        <source>Computed from</source>
        <translation>计算依据</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>实施判定</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Meaning {0}</source>
        <translation>含义 {0}</translation>
    </message>
    <message>
        <source>Not as usual</source>
        <translation>与常规不同</translation>
    </message>
    <message>
        <source>Not done, {0}</source>
        <translation>未做，{0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>Preview summary</source>
        <translation>预览总结页</translation>
    </message>
    <message>
        <source>Raise a query</source>
        <translation>提出质疑</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results of this visit</source>
        <translation>本次访视的结果</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Review {0}, {1}</source>
        <translation>核对{0}，{1}</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>how it was done</source>
        <translation>实施判定</translation>
    </message>
    <message>
        <source>leave unsigned</source>
        <translation>不签名离开</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>query</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>总结页</translation>
    </message>
    <message>
        <source>{0} adverse-event drafts wait (Alt E).</source>
        <translation>有 {0} 份不良事件草稿待处理（Alt E）。</translation>
    </message>
    <message>
        <source>{0} still open.</source>
        <translation>还有 {0} 项未完成。</translation>
    </message>
    <message>
        <source>{0}: every trial needs a value or a coded reason before the visit can be signed.</source>
        <translation>{0}：每个试次都须有数值或理由代码，才能签名访视。</translation>
    </message>
</context>
<context>
    <name>RowHead</name>
    <message>
        <source>Part of the script</source>
        <translation>指导语部分</translation>
    </message>
</context>
<context>
    <name>SafeStrip</name>
    <message>
        <source>Safe at central</source>
        <translation>已安全送达中央</translation>
    </message>
</context>
<context>
    <name>SafetyPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Code of the clinician</source>
        <translation>临床医生代码</translation>
    </message>
    <message>
        <source>Effort is on hold</source>
        <translation>用力测试暂停</translation>
    </message>
    <message>
        <source>Effort is on hold.</source>
        <translation>用力测试已暂停。</translation>
    </message>
    <message>
        <source>Effort tests not done (ND08)</source>
        <translation>用力测试未做（ND08）</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>暂停已解除</translation>
    </message>
    <message>
        <source>Hold released by {0}</source>
        <translation>由 {0} 解除暂停</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>我已查看</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>Reason for the release</source>
        <translation>解除理由</translation>
    </message>
    <message>
        <source>Release or state not done</source>
        <translation>解除，或记为未做</translation>
    </message>
    <message>
        <source>Release the hold</source>
        <translation>解除暂停</translation>
    </message>
    <message>
        <source>Safety screen passed, {0}</source>
        <translation>安全筛查通过，{0}</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>关闭表单</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>不得写姓名</translation>
    </message>
    <message>
        <source>or why the tests are not done</source>
        <translation>或不做测试的理由</translation>
    </message>
</context>
<context>
    <name>ScriptPanel</name>
    <message>
        <source>Do</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>During</source>
        <translation>进行时</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>口述</translation>
    </message>
    <message>
        <source>What to say and do</source>
        <translation>指导语与操作</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Adverse event</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Exertion</source>
        <translation>用力程度</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>指导者</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>Pain after</source>
        <translation>训练后疼痛</translation>
    </message>
    <message>
        <source>Pain before</source>
        <translation>训练前疼痛</translation>
    </message>
    <message>
        <source>Planned {day}</source>
        <translation>计划 {day}</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>更改理由</translation>
    </message>
    <message>
        <source>Record session</source>
        <translation>记录训练</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Was it held?</source>
        <translation>是否进行？</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未进行的原因</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>a code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>opens a draft</source>
        <translation>将打开草稿</translation>
    </message>
    <message>
        <source>usually {low} to {high} min</source>
        <translation>通常 {low} 至 {high} 分钟</translation>
    </message>
    <message>
        <source>{code}, week {week}, session {place}</source>
        <translation>{code}，第 {week} 周，第 {place} 次</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>A study file of this site cannot be used.</source>
        <translation>本机构的一份研究文件无法使用。</translation>
    </message>
    <message>
        <source>Central card</source>
        <translation>中央卡片</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose the study first.</source>
        <translation>请先选择研究。</translation>
    </message>
    <message>
        <source>Folder for the escrow key</source>
        <translation>托管密钥文件夹</translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation>正在生成密钥</translation>
    </message>
    <message>
        <source>Not set up.</source>
        <translation>尚未设置。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>先练习</translation>
    </message>
    <message>
        <source>Set up this station</source>
        <translation>设置本工作站</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Station of this site</source>
        <translation>本中心的工作站</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>两次口令不一致。请输入两次相同的口令。</translation>
    </message>
    <message>
        <source>There is no such folder. Choose one on a stick that can be written.</source>
        <translation>没有此文件夹。请选择可写入的 U 盘上的文件夹。</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose the card file that you were given.</source>
        <translation>无法读取此文件。请选择您收到的卡片文件。</translation>
    </message>
    <message>
        <source>This is done once. Nothing is written before every field was accepted.</source>
        <translation>只需设置一次。所有栏目通过之前不写入任何内容。</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项必填。请填写。</translation>
    </message>
    <message>
        <source>Your own code</source>
        <translation>本人代码</translation>
    </message>
    <message>
        <source>a code such as AS-04, never a name</source>
        <translation>代码如 AS-04，不用姓名</translation>
    </message>
    <message>
        <source>a sentence that only you know</source>
        <translation>只有您知道的句子</translation>
    </message>
    <message>
        <source>central card</source>
        <translation>中央卡片</translation>
    </message>
    <message>
        <source>escrow folder</source>
        <translation>托管文件夹</translation>
    </message>
    <message>
        <source>on a stick that stays in the site&apos;s safe</source>
        <translation>在存放于中心保险柜的 U 盘上</translation>
    </message>
    <message>
        <source>the file that the data manager gave you</source>
        <translation>数据管理员给您的文件</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Assessor code</source>
        <translation>评估者代码</translation>
    </message>
    <message>
        <source>At central</source>
        <translation>已送达中央</translation>
    </message>
    <message>
        <source>Back to the study</source>
        <translation>返回研究</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Last seen {at}. Every value that was called saved is on disk. After you sign in, the first page says what was found, for whom, and which trial did not finish.</source>
        <translation>最后记录于 {at}。显示已保存的数值均已写入磁盘。登录后，首页会说明发现了什么、涉及谁，以及哪个试次未完成。</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Not opened.</source>
        <translation>未打开。</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Station clock</source>
        <translation>工作站时钟</translation>
    </message>
    <message>
        <source>The last run did not end in good order.</source>
        <translation>上次运行未正常结束。</translation>
    </message>
    <message>
        <source>Try everything on invented participants.</source>
        <translation>可用虚构的参与者试做一切。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>What this station holds</source>
        <translation>本工作站的存储情况</translation>
    </message>
    <message>
        <source>You are at the practice station.</source>
        <translation>您在练习站。</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>not cleanly; last seen {at}</source>
        <translation>未正常关闭；最后记录于 {at}</translation>
    </message>
    <message>
        <source>show passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>{at}, cleanly</source>
        <translation>{at}，正常</translation>
    </message>
    <message>
        <source>{count} entries when last seen</source>
        <translation>最后查看时 {count} 条记录</translation>
    </message>
    <message>
        <source>{safe} of {signed} signed visits</source>
        <translation>已签名访视 {safe} / {signed}</translation>
    </message>
    <message>
        <source>{study}, site {site}, station {station}</source>
        <translation>{study}，中心 {site}，工作站 {station}</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Checking</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>Choose the meaning of the signature</source>
        <translation>请选择签名的含义</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Not accepted.</source>
        <translation>未接受。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Sign this visit</source>
        <translation>签名本次访视</translation>
    </message>
    <message>
        <source>Sign visit</source>
        <translation>签名访视</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>What you see is signed with its digest:</source>
        <translation>所见内容将以其摘要签名：</translation>
    </message>
</context>
<context>
    <name>SigningWords</name>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>A value can still be corrected later, with a reason for the change.</source>
        <translation>之后仍可更正数值，但须注明更改理由。</translation>
    </message>
    <message>
        <source>I did these assessments and the record is complete.</source>
        <translation>这些评估由我完成，记录完整。</translation>
    </message>
    <message>
        <source>I reviewed this record; somebody else did the visit.</source>
        <translation>我已核对此记录；访视由他人完成。</translation>
    </message>
    <message>
        <source>Signed by {0}, {1}.</source>
        <translation>{0} 签名，{1}。</translation>
    </message>
    <message>
        <source>Signing as {0}</source>
        <translation>签名人 {0}</translation>
    </message>
    <message>
        <source>To be signed by {0}.</source>
        <translation>须由 {0} 签名。</translation>
    </message>
    <message>
        <source>Your role does not sign.</source>
        <translation>您的角色不签名。</translation>
    </message>
    <message>
        <source>somebody whose role signs</source>
        <translation>有签名权限的人</translation>
    </message>
    <message>
        <source>{0} still open: signing waits for them.</source>
        <translation>还有 {0} 项未完成，完成后才能签名。</translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>StationCardPanel</name>
    <message>
        <source>Central knows this station</source>
        <translation>中央已登记此工作站</translation>
    </message>
    <message>
        <source>Central takes packages only from stations that it has enrolled. Bring the card to the data manager one way, and read the fingerprint aloud another way, such as by telephone.</source>
        <translation>中央只接收已登记工作站的数据包。请用一种方式把卡片交给数据管理员，并用另一种方式（如电话）朗读指纹。</translation>
    </message>
    <message>
        <source>Fingerprint of this station</source>
        <translation>本工作站的指纹</translation>
    </message>
    <message>
        <source>Fingerprint {groups}</source>
        <translation>指纹 {groups}</translation>
    </message>
    <message>
        <source>Its receipts have come back. The card can be saved again at any time.</source>
        <translation>回执已返回。卡片可随时再次保存。</translation>
    </message>
    <message>
        <source>No receipt of central yet</source>
        <translation>尚无中央回执</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>未保存：</translation>
    </message>
    <message>
        <source>Save station card</source>
        <translation>保存工作站卡片</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>已保存：</translation>
    </message>
    <message>
        <source>Station card (*.json)</source>
        <translation>工作站卡片 (*.json)</translation>
    </message>
    <message>
        <source>{file}. Bring it to the data manager, and read the fingerprint aloud: {groups}.</source>
        <translation>{file}。请将其交给数据管理员，并朗读指纹：{groups}。</translation>
    </message>
</context>
<context>
    <name>StatusBadge</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>StatusForm</name>
    <message>
        <source>Back on study</source>
        <translation>重新参加研究</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>不再收集</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Still collected</source>
        <translation>仍然收集</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>此项必填。请填写。</translation>
    </message>
    <message>
        <source>no names, no numbers of identity</source>
        <translation>不写姓名和证件号码</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>例如 2025-11-18</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Adverse events</source>
        <translation>不良事件</translation>
    </message>
    <message>
        <source>Exercise sessions</source>
        <translation>运动训练</translation>
    </message>
    <message>
        <source>On study</source>
        <translation>在研</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Records of others</source>
        <translation>其他机构的记录</translation>
    </message>
    <message>
        <source>Screened, not enrolled</source>
        <translation>已筛选，未入组</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Telephone follow-ups</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访视</translation>
    </message>
</context>
<context>
    <name>StopBar</name>
    <message>
        <source>Timing</source>
        <translation>计时</translation>
    </message>
</context>
<context>
    <name>StudyFacts</name>
    <message>
        <source>Dates and facts of the study</source>
        <translation>研究日期与事项</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>完成：</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>如何进行</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>Parts of the study</source>
        <translation>研究的各部分</translation>
    </message>
    <message>
        <source>Printed by {user}, {moment}. Nobody&apos;s group and no results.</source>
        <translation>由 {user} 打印，{moment}。不含任何人的组别和结果。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Sign and put in force</source>
        <translation>签名并生效</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>The file of the new version</source>
        <translation>新版本的文件</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Nothing was changed. Choose the file of the new version.</source>
        <translation>无法读取文件 {file}。未作任何更改。请选择新版本的文件。</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>研究内容</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Version {version} was the first; there is nothing before it.</source>
        <translation>第 {version} 版是第一版，之前没有版本。</translation>
    </message>
    <message>
        <source>Version {version}: digest {digest}. Enter shows what changed against the version before it.</source>
        <translation>第 {version} 版：摘要 {digest}。按 Enter 查看与前一版的差异。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>What is not certain</source>
        <translation>尚不确定的内容</translation>
    </message>
    <message>
        <source>What version {version} changed against version {before}:</source>
        <translation>第 {version} 版与第 {before} 版的差异：</translation>
    </message>
    <message>
        <source>Who may take part</source>
        <translation>谁可以参加</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>what changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>{count} assumptions to confirm</source>
        <translation>{count} 项假设待确认</translation>
    </message>
    <message>
        <source>{count} differences about the study groups are not shown to blinded people.</source>
        <translation>有 {count} 处关于研究分组的差异不向盲态人员显示。</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another place and try again.</source>
        <translation>无法写入 {file}。请换一个位置再试。</translation>
    </message>
    <message>
        <source>{study}, version {version}</source>
        <translation>{study}，第 {version} 版</translation>
    </message>
    <message>
        <source>{study}, version {version}, in force since {moment} by the signature of {user}</source>
        <translation>{study}，第 {version} 版，自 {moment} 起由 {user} 签名生效</translation>
    </message>
</context>
<context>
    <name>StudyRows</name>
    <message>
        <source>Also by {ways}.</source>
        <translation>也可通过{ways}。</translation>
    </message>
    <message>
        <source>Any one of {count} is enough.</source>
        <translation>{count} 项中满足一项即可。</translation>
    </message>
    <message>
        <source>Asked what they know at: {visits}.</source>
        <translation>询问所知情况的访视：{visits}。</translation>
    </message>
    <message>
        <source>Blinded</source>
        <translation>盲态</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>资质证书</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>Earlier results are hidden from them.</source>
        <translation>不向他们显示以前的结果。</translation>
    </message>
    <message>
        <source>Facts asked</source>
        <translation>询问的事项</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>电话随访</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>May be waived with a reason.</source>
        <translation>说明理由可豁免。</translation>
    </message>
    <message>
        <source>Must be met</source>
        <translation>必须符合</translation>
    </message>
    <message>
        <source>Must not be met</source>
        <translation>不得符合</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Primary outcome</source>
        <translation>主要结局</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Site {code}</source>
        <translation>中心 {code}</translation>
    </message>
    <message>
        <source>Version {version} of the information sheet</source>
        <translation>知情说明第 {version} 版</translation>
    </message>
    <message>
        <source>Week {week}, counted from: {anchor}</source>
        <translation>第 {week} 周，起算日：{anchor}</translation>
    </message>
    <message>
        <source>above {value}</source>
        <translation>高于 {value}</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>至少 {value}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>至多 {value}</translation>
    </message>
    <message>
        <source>below {value}</source>
        <translation>低于 {value}</translation>
    </message>
    <message>
        <source>for {count} months</source>
        <translation>有效 {count} 个月</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>used from {day}</source>
        <translation>自 {day} 起使用</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>without one the assessor is warned</source>
        <translation>没有时提醒评估者</translation>
    </message>
    <message>
        <source>without one the instrument stays locked</source>
        <translation>没有时该项目锁定</translation>
    </message>
    <message>
        <source>years</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>{age} years or older</source>
        <translation>{age} 岁及以上</translation>
    </message>
    <message>
        <source>{before} days before to {after} days after</source>
        <translation>提前 {before} 天至推后 {after} 天</translation>
    </message>
    <message>
        <source>{count} a week for {weeks} weeks, {minutes} minutes each</source>
        <translation>每周 {count} 次，共 {weeks} 周，每次 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{count} calls, every {days} days</source>
        <translation>每 {days} 天一次，共 {count} 次电话</translation>
    </message>
    <message>
        <source>{count} planned</source>
        <translation>计划 {count} 人</translation>
    </message>
</context>
<context>
    <name>StudyTables</name>
    <message>
        <source>About</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被替换</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version {version}, signed by {user}, {moment}</source>
        <translation>第 {version} 版，{user} 签名，{moment}</translation>
    </message>
    <message>
        <source>Visits opened</source>
        <translation>已打开访视</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is not certain</source>
        <translation>尚不确定的内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>顺序改变</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Handed to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>未执行：</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>One page in the participant&apos;s language. It shows no result while the study is blinded.</source>
        <translation>一页，用参与者的语言。盲态期间不显示结果。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page for {0}</source>
        <translation>{0} 的总结页</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总结页</translation>
    </message>
    <message>
        <source>The visit is not signed yet.</source>
        <translation>访视尚未签名。</translation>
    </message>
    <message>
        <source>The visit is signed.</source>
        <translation>访视已签名。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>back to the participant</source>
        <translation>返回参与者</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>{0} could not be written. Nothing recorded is lost; choose another place and try again.</source>
        <translation>无法写入 {0}。已记录的内容没有丢失；请选择其他位置重试。</translation>
    </message>
</context>
<context>
    <name>TextPackCard</name>
    <message>
        <source>Adopted:</source>
        <translation>已采用：</translation>
    </message>
    <message>
        <source>Edition {edition}, {count} items. Permission of {holder}: {reference}, {day}.</source>
        <translation>版本 {edition}，{count} 题。{holder} 的许可：{reference}，{day}。</translation>
    </message>
    <message>
        <source>Fingerprint of the signer</source>
        <translation>签名者的指纹</translation>
    </message>
    <message>
        <source>It replaces the pack of {day}, {reference}; what was asked with that one stays as it is.</source>
        <translation>它将取代 {day} 的文本包（{reference}）；已用其询问的内容保持不变。</translation>
    </message>
    <message>
        <source>It was signed with the key whose fingerprint begins {groups}.</source>
        <translation>签名密钥的指纹以 {groups} 开头。</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Text pack: {name}</source>
        <translation>文本包：{name}</translation>
    </message>
    <message>
        <source>This is not the fingerprint of its signer. Nothing was adopted. Ask the site once more.</source>
        <translation>这不是签名者的指纹。未采用任何内容。请再次向中心确认。</translation>
    </message>
    <message>
        <source>all four groups, as the site reads them to you over another channel</source>
        <translation>全部四组，按中心通过另一渠道朗读的内容</translation>
    </message>
    <message>
        <source>{name}. Its wording is shown from the next item on.</source>
        <translation>{name}。从下一题起显示其文字。</translation>
    </message>
</context>
<context>
    <name>TextStep</name>
    <message>
        <source>Accept</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>As before. Enter takes it over.</source>
        <translation>与上次相同。按 Enter 沿用。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>TimedStep</name>
    <message>
        <source>0 to {0}</source>
        <translation>0 至 {0}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Count a stand</source>
        <translation>计一次站起</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Full repetitions completed</source>
        <translation>完整完成的次数</translation>
    </message>
    <message>
        <source>Full stands completed</source>
        <translation>完整站起的次数</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Stand {0}</source>
        <translation>第 {0} 次站起</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop: {0}</source>
        <translation>停止：{0}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Type how many full stands were completed, 0 to {0}.</source>
        <translation>请输入完整站起的次数，0 至 {0}。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Void, repeat</source>
        <translation>作废并重做</translation>
    </message>
    <message>
        <source>hand timing: about {0}</source>
        <translation>手动计时：约 {0}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0} 次</translation>
    </message>
    <message>
        <source>{0} s stays in the ledger and is not scored. A stop is never counted as 0 s.</source>
        <translation>{0} 秒保留在账本中，不计分。停止绝不按 0 秒计算。</translation>
    </message>
    <message>
        <source>{0}; stops by itself at {1} s</source>
        <translation>{0}；{1} 秒时自动停止</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>After its window</source>
        <translation>窗口之后</translation>
    </message>
    <message>
        <source>At central</source>
        <translation>已送达中央</translation>
    </message>
    <message>
        <source>Before its window</source>
        <translation>窗口之前</translation>
    </message>
    <message>
        <source>Closes {day}</source>
        <translation>{day} 截止</translation>
    </message>
    <message>
        <source>Day not known yet</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未到访</translation>
    </message>
    <message>
        <source>Not yet at central</source>
        <translation>未送达中央</translation>
    </message>
    <message>
        <source>On {days}</source>
        <translation>{days}进行</translation>
    </message>
    <message>
        <source>Opened {day}</source>
        <translation>{day} 打开</translation>
    </message>
    <message>
        <source>Opens {day}</source>
        <translation>{day} 开始</translation>
    </message>
    <message>
        <source>Signed, visit of {day}</source>
        <translation>已签名，{day} 访视</translation>
    </message>
    <message>
        <source>Target {day}</source>
        <translation>目标日 {day}</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签名</translation>
    </message>
    <message>
        <source>Waits for: {anchor}</source>
        <translation>等待：{anchor}</translation>
    </message>
    <message>
        <source>today {day}</source>
        <translation>今天 {day}</translation>
    </message>
</context>
<context>
    <name>TimerFace</name>
    <message>
        <source>Ready</source>
        <translation>可以开始</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped at the limit</source>
        <translation>到时限停止</translation>
    </message>
    <message>
        <source>Timing uncertain</source>
        <translation>计时不确定</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} 秒</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Continue there</source>
        <translation>从那里继续</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Find a participant by code</source>
        <translation>按编号查找参与者</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>新参与者</translation>
    </message>
    <message>
        <source>No participant has a code with “{text}” in it.</source>
        <translation>没有编号含“{text}”的参与者。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. Enrol the first participant with N.</source>
        <translation>尚无入组者。按 N 登记第一位参与者。</translation>
    </message>
    <message>
        <source>Nothing due until {day}. Find a participant with /.</source>
        <translation>{day} 前没有应进行的访视。按 / 查找参与者。</translation>
    </message>
    <message>
        <source>Nothing is due. Find a participant with /.</source>
        <translation>没有应进行的访视。按 / 查找参与者。</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>Record as missed</source>
        <translation>记为未到访</translation>
    </message>
    <message>
        <source>Save list as PDF</source>
        <translation>将列表存为 PDF</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unscheduled visit</source>
        <translation>计划外访视</translation>
    </message>
    <message>
        <source>Visits to look after</source>
        <translation>待处理的访视</translation>
    </message>
    <message>
        <source>Visits to look after: {count}, what closes first on top.</source>
        <translation>{count} 次访视待处理，最先截止的在前。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>new participant</source>
        <translation>新参与者</translation>
    </message>
    <message>
        <source>open, asks for the second identifier</source>
        <translation>打开（核对第二身份标识）</translation>
    </message>
    <message>
        <source>print list</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>record as missed</source>
        <translation>记为未到访</translation>
    </message>
    <message>
        <source>save list as PDF</source>
        <translation>列表存为 PDF</translation>
    </message>
    <message>
        <source>unscheduled visit</source>
        <translation>计划外访视</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>1 day left</source>
        <translation>还剩 1 天</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>Continue: {instrument}</source>
        <translation>继续：{instrument}</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>C{cycle} D{day}</source>
        <translation>C{cycle} D{day}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未到访</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Open after all, with a reason</source>
        <translation>写明理由后打开</translation>
    </message>
    <message>
        <source>Open late or record missed</source>
        <translation>延迟打开或记为未到访</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>打开访视</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation>核对并签名</translation>
    </message>
    <message>
        <source>Show participant</source>
        <translation>查看参与者</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标日</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>closed yesterday</source>
        <translation>昨天截止</translation>
    </message>
    <message>
        <source>closed {n} days ago</source>
        <translation>{n} 天前截止</translation>
    </message>
    <message>
        <source>closes in {n} days</source>
        <translation>{n} 天后截止</translation>
    </message>
    <message>
        <source>closes today</source>
        <translation>今天截止</translation>
    </message>
    <message>
        <source>closes tomorrow</source>
        <translation>明天截止</translation>
    </message>
    <message>
        <source>opened today</source>
        <translation>今天打开</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>昨天打开</translation>
    </message>
    <message>
        <source>opened {n} days ago</source>
        <translation>{n} 天前打开</translation>
    </message>
    <message>
        <source>opens {day}</source>
        <translation>{day} 开始</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>还剩 {n} 天</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Attendance</source>
        <translation>出席率</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>Relative dose</source>
        <translation>相对剂量</translation>
    </message>
    <message>
        <source>Relative dose: sets × repetitions × load, without a load sets × repetitions; exercises averaged, sessions not held count as not done (assumption, to be confirmed).</source>
        <translation>相对剂量：组数 × 次数 × 负荷，无负荷时为组数 × 次数；各动作取平均，未进行的训练计为未完成（假设，待确认）。</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>截至目前</translation>
    </message>
    <message>
        <source>done by prescribed volume</source>
        <translation>完成量占处方量</translation>
    </message>
    <message>
        <source>{held} of {due} due, {open} to state</source>
        <translation>应进行 {due} 次，已进行 {held} 次，待记录 {open} 次</translation>
    </message>
    <message>
        <source>{held} of {planned} planned</source>
        <translation>计划 {planned} 次，已进行 {held} 次</translation>
    </message>
    <message>
        <source>{online} of {held} held</source>
        <translation>已进行 {held} 次中 {online} 次</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试次</translation>
    </message>
    <message>
        <source>Trials so far</source>
        <translation>目前的试次</translation>
    </message>
</context>
<context>
    <name>UnscheduledPanel</name>
    <message>
        <source>Leave closed</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Not opened:</source>
        <translation>未打开：</translation>
    </message>
    <message>
        <source>Open unscheduled visit</source>
        <translation>打开计划外访视</translation>
    </message>
    <message>
        <source>Reason for an unscheduled visit</source>
        <translation>计划外访视的理由</translation>
    </message>
    <message>
        <source>The safety screen comes first by itself when something asks for effort.</source>
        <translation>若有需要用力的测试，安全筛查会自动排在最前。</translation>
    </message>
    <message>
        <source>Unscheduled visit of {code}</source>
        <translation>{code} 的计划外访视</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做的测试</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>出生年份</translation>
    </message>
    <message>
        <source>{code}, unscheduled visit</source>
        <translation>{code}，计划外访视</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>It was {0}.</source>
        <translation>上次为 {0}。</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>未写入：</translation>
    </message>
    <message>
        <source>Saved: extra trial declined</source>
        <translation>已保存：不加测</translation>
    </message>
    <message>
        <source>Saved: extra trial taken</source>
        <translation>已保存：进行加测</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unusual: {0}.</source>
        <translation>超出常见范围：{0}。</translation>
    </message>
    <message>
        <source>accept, next</source>
        <translation>确认，下一步</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>on to the reason</source>
        <translation>填写理由</translation>
    </message>
    <message>
        <source>record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>take over</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>write again</source>
        <translation>重新写入</translation>
    </message>
</context>
<context>
    <name>VisitTimeline</name>
    <message>
        <source>Visits</source>
        <translation>访视</translation>
    </message>
</context>
<context>
    <name>VisualState</name>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>At central</source>
        <translation>已送达中央</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应进行</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未接受</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>query</comment>
        <translation>未答复</translation>
    </message>
    <message>
        <source>Opens soon</source>
        <translation>即将开始</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>计时中</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签名</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>超出常见范围</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Window closing</source>
        <translation>即将截止</translation>
    </message>
</context>
<context>
    <name>WaiverPart</name>
    <message>
        <source>Not waived</source>
        <translation>不豁免</translation>
    </message>
    <message>
        <source>Reason for the waiver</source>
        <translation>豁免理由</translation>
    </message>
    <message>
        <source>This can be waived by somebody with the permission for it.</source>
        <translation>有豁免权限的人员可以豁免此项。</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>Waiver: {what}</source>
        <translation>豁免：{what}</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Not accepted:</source>
        <translation>未接受：</translation>
    </message>
</context>
</TS>
