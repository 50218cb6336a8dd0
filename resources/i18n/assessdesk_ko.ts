<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutColumn</name>
    <message>
        <source>About this person</source>
        <translation>이 참여자에 대해</translation>
    </message>
    <message>
        <source>about this person</source>
        <translation>이 참여자에 대해</translation>
    </message>
</context>
<context>
    <name>AboutLine</name>
    <message>
        <source>No hold and no caution is recorded.</source>
        <translation>기록된 검사 금지나 주의 사항이 없습니다.</translation>
    </message>
</context>
<context>
    <name>AboutPanel</name>
    <message>
        <source>About this person</source>
        <translation>이 참여자에 대해</translation>
    </message>
</context>
<context>
    <name>AdverseEventCard</name>
    <message>
        <source>Adverse events: {count}</source>
        <translation>이상 반응: {count}건</translation>
    </message>
    <message>
        <source>Adverse events: {count}, of which {drafts} wait to be described</source>
        <translation>이상 반응: {count}건, 그중 {drafts}건은 아직 기술 전</translation>
    </message>
</context>
<context>
    <name>AdverseEventForm</name>
    <message>
        <source>Action</source>
        <translation>조치</translation>
    </message>
    <message>
        <source>CTCAE grade</source>
        <translation>CTCAE 등급</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>End</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>알게 된 날</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>발생일</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Related to {0}</source>
        <translation>{0}과(와) 관련됨</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>보고자</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>중대함</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>용어</translation>
    </message>
    <message>
        <source>empty while it lasts</source>
        <translation>계속 중이면 비워 둠</translation>
    </message>
    <message>
        <source>only when serious</source>
        <translation>중대할 때만</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
    <message>
        <source>the exercise</source>
        <translation>운동</translation>
    </message>
    <message>
        <source>the tests</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>the treatment</source>
        <translation>치료</translation>
    </message>
</context>
<context>
    <name>AdverseEventPage</name>
    <message>
        <source>Adverse events</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>Another event is reported at a visit: open one, or its review.</source>
        <translation>다른 이상 반응은 방문에서 보고합니다. 방문이나 그 검토 화면을 여세요.</translation>
    </message>
    <message>
        <source>Another event, such as a fall</source>
        <translation>다른 사건 (예: 넘어짐)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Closed as no adverse event</source>
        <translation>이상 반응 아님으로 종결</translation>
    </message>
    <message>
        <source>Draft opened</source>
        <translation>초안 열림</translation>
    </message>
    <message>
        <source>Draft {0} of {1}: {2}</source>
        <translation>초안 {1}건 중 {0}: {2}</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>다음 초안</translation>
    </message>
    <message>
        <source>No adverse event</source>
        <translation>이상 반응 없음</translation>
    </message>
    <message>
        <source>No draft waits.</source>
        <translation>대기 중인 초안이 없습니다.</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>변경 사유</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Recorded: {0}</source>
        <translation>기록됨: {0}</translation>
    </message>
    <message>
        <source>Report another</source>
        <translation>다른 사건 보고</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>저장되었습니다.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Why it is no adverse event</source>
        <translation>이상 반응이 아닌 이유</translation>
    </message>
    <message>
        <source>Write what happened, in a few words.</source>
        <translation>무슨 일이 있었는지 짧게 적으세요.</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>such as: it has ended</source>
        <translation>예: 끝났음</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>{0} drafts wait.</source>
        <translation>기다리는 초안 {0}건.</translation>
    </message>
</context>
<context>
    <name>AdverseEvents</name>
    <message>
        <source>Adverse event</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>Described</source>
        <translation>기술됨</translation>
    </message>
    <message>
        <source>Draft, waits</source>
        <translation>초안, 대기</translation>
    </message>
    <message>
        <source>End</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>발생일</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Was none</source>
        <translation>이상 반응 아님</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>지속 중</translation>
    </message>
    <message>
        <source>outside visits</source>
        <translation>방문 외</translation>
    </message>
    <message>
        <source>{grade}, serious</source>
        <translation>{grade}, 중대함</translation>
    </message>
</context>
<context>
    <name>AllocationPage</name>
    <message>
        <source>Allocation</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>Allocation of the participants</source>
        <translation>참여자 배정</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>완료.</translation>
    </message>
    <message>
        <source>Emergency unblinding</source>
        <translation>응급 눈가림 해제</translation>
    </message>
    <message>
        <source>Enter the group</source>
        <translation>군 입력</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>입력자</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>군</translation>
    </message>
    <message>
        <source>Group once more</source>
        <translation>군 한 번 더</translation>
    </message>
    <message>
        <source>Not allocated yet</source>
        <translation>아직 배정 안 됨</translation>
    </message>
    <message>
        <source>Not written.</source>
        <translation>기록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>변경 사유</translation>
    </message>
    <message>
        <source>Record, then show</source>
        <translation>기록한 뒤 보기</translation>
    </message>
    <message>
        <source>Seal again for new readers</source>
        <translation>새 열람자에게 다시 봉인</translation>
    </message>
    <message>
        <source>Seal this group</source>
        <translation>이 군을 봉인</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>봉인됨</translation>
    </message>
    <message>
        <source>Sealed before you came</source>
        <translation>권한을 받기 전에 봉인됨</translation>
    </message>
    <message>
        <source>Show the group</source>
        <translation>군 보기</translation>
    </message>
    <message>
        <source>The group of {code} is sealed</source>
        <translation>{code}의 군을 봉인했습니다</translation>
    </message>
    <message>
        <source>The group of {code}, sealed as soon as it is entered</source>
        <translation>{code}의 군: 입력하는 즉시 봉인됩니다</translation>
    </message>
    <message>
        <source>Unblinded in an emergency</source>
        <translation>응급 눈가림 해제일</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>emergency unblinding</source>
        <translation>응급 눈가림 해제</translation>
    </message>
    <message>
        <source>enter the group</source>
        <translation>군 입력</translation>
    </message>
    <message>
        <source>from the allocation list</source>
        <translation>배정표에서</translation>
    </message>
    <message>
        <source>not allocated yet.</source>
        <translation>아직 배정되지 않았습니다.</translation>
    </message>
    <message>
        <source>seal again</source>
        <translation>다시 봉인</translation>
    </message>
    <message>
        <source>sealed before you could read it. Somebody who can read it may seal it again (R).</source>
        <translation>볼 권한을 받기 전에 봉인되었습니다. 볼 수 있는 사람이 다시 봉인할 수 있습니다(R).</translation>
    </message>
    <message>
        <source>show the group</source>
        <translation>군 보기</translation>
    </message>
    <message>
        <source>without naming a group</source>
        <translation>군 이름 없이</translation>
    </message>
    <message>
        <source>{count} sealed again for today&apos;s readers.</source>
        <translation>{count}건을 지금의 열람자에게 다시 봉인했습니다.</translation>
    </message>
    <message>
        <source>{done} of {count} allocated. A group is shown only while you ask for it.</source>
        <translation>{count}명 중 {done}명 배정. 군은 요청하는 동안에만 보입니다.</translation>
    </message>
    <message>
        <source>{group}. It is recorded that {told} is told; tell nobody else.</source>
        <translation>{group}. {told}에게 알린 것으로 기록했습니다. 다른 사람에게는 알리지 마세요.</translation>
    </message>
</context>
<context>
    <name>AmendmentCard</name>
    <message>
        <source>In force:</source>
        <translation>시행 중:</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>받아들이지 않음:</translation>
    </message>
    <message>
        <source>Version {version} counts for every visit opened from now on.</source>
        <translation>지금부터 여는 모든 방문에는 버전 {version}이(가) 적용됩니다.</translation>
    </message>
    <message>
        <source>Version {version} of {study} instead of version {now}</source>
        <translation>{study} 버전 {version}(현재 버전 {now} 대신)</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>내 암호문</translation>
    </message>
    <message>
        <source>your signature: you answer for this version</source>
        <translation>서명입니다. 이 버전을 책임집니다</translation>
    </message>
    <message>
        <source>{count} differences, listed below; its worked examples come out as stated. Visits that are open or done stay with their version, visits opened from now on follow this one. {user} puts it in force by signing.</source>
        <translation>차이 {count}개가 아래에 있습니다. 들어 있는 계산 예는 적힌 값과 같습니다. 이미 열었거나 마친 방문은 그 버전에 남고, 지금부터 여는 방문은 이 버전을 따릅니다. {user}이(가) 서명하면 시행됩니다.</translation>
    </message>
</context>
<context>
    <name>AnswersTable</name>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Answers so far</source>
        <translation>지금까지의 응답</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>A query stays with the value until somebody else accepts the answer.</source>
        <translation>질의는 다른 사람이 답변을 승인할 때까지 그 값에 남습니다.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>질의하기</translation>
    </message>
    <message>
        <source>Ask about {code}</source>
        <translation>{code}에 대해 질의</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>Raise the query</source>
        <translation>질의 올리기</translation>
    </message>
    <message>
        <source>The query was raised.</source>
        <translation>질의를 올렸습니다.</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>질의 대상</translation>
    </message>
    <message>
        <source>Write no name and no study group: everybody at the site reads this.</source>
        <translation>이름과 연구군은 적지 마세요. 기관의 모든 사람이 읽습니다.</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>back, nothing is asked</source>
        <translation>질의하지 않고 뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>the site and central read this</source>
        <translation>기관과 중앙이 읽습니다</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>(hidden: blinded)</source>
        <translation>(숨김: 눈가림)</translation>
    </message>
    <message>
        <source>Administered</source>
        <translation>시행 방식</translation>
    </message>
    <message>
        <source>Adverse event completed</source>
        <translation>이상 반응 기록 완료</translation>
    </message>
    <message>
        <source>Adverse event drafted</source>
        <translation>이상 반응 초안 작성됨</translation>
    </message>
    <message>
        <source>Alert seen</source>
        <translation>경고 확인함</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Allocation sealed</source>
        <translation>배정 봉인</translation>
    </message>
    <message>
        <source>Audit trail saved</source>
        <translation>감사 추적 저장</translation>
    </message>
    <message>
        <source>Blinding log closed</source>
        <translation>눈가림 기록 완료</translation>
    </message>
    <message>
        <source>Care facts changed</source>
        <translation>주의 사항 변경됨</translation>
    </message>
    <message>
        <source>Certificate ended</source>
        <translation>인증 종료</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>인증됨</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Clock jumped</source>
        <translation>시계가 건너뜀</translation>
    </message>
    <message>
        <source>Clock started</source>
        <translation>시계 시작됨</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>동의 받음</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>정정됨</translation>
    </message>
    <message>
        <source>Date stated</source>
        <translation>기준일 기록</translation>
    </message>
    <message>
        <source>Definition adopted</source>
        <translation>정의 채택됨</translation>
    </message>
    <message>
        <source>Device checked</source>
        <translation>기기 점검</translation>
    </message>
    <message>
        <source>Device did not pass</source>
        <translation>기기 점검 불합격</translation>
    </message>
    <message>
        <source>Device out of use</source>
        <translation>기기 사용 중지</translation>
    </message>
    <message>
        <source>Device registered</source>
        <translation>기기 등록</translation>
    </message>
    <message>
        <source>Eligibility assessed</source>
        <translation>선정 기준 확인</translation>
    </message>
    <message>
        <source>Emergency unblinding</source>
        <translation>응급 눈가림 해제</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>등록됨</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>입력됨</translation>
    </message>
    <message>
        <source>Exercise session</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>Extra trial decided</source>
        <translation>추가 시행 결정됨</translation>
    </message>
    <message>
        <source>Fact stated</source>
        <translation>사실 기록</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>보류 해제됨</translation>
    </message>
    <message>
        <source>Infusion stated</source>
        <translation>투여일 기록</translation>
    </message>
    <message>
        <source>Instrument begun</source>
        <translation>검사 시작됨</translation>
    </message>
    <message>
        <source>Judged at review</source>
        <translation>검토에서 판정</translation>
    </message>
    <message>
        <source>Ledger checked</source>
        <translation>원장 점검됨</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Made void</source>
        <translation>무효 처리됨</translation>
    </message>
    <message>
        <source>No adverse event</source>
        <translation>이상 반응 없음</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>시행 안 함</translation>
    </message>
    <message>
        <source>Package exported</source>
        <translation>패키지 내보냄</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>사람 추가됨</translation>
    </message>
    <message>
        <source>Person removed</source>
        <translation>사람 삭제됨</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>Query answered</source>
        <translation>질의 답변</translation>
    </message>
    <message>
        <source>Query closed</source>
        <translation>질의 종결</translation>
    </message>
    <message>
        <source>Query opened again</source>
        <translation>질의 다시 열림</translation>
    </message>
    <message>
        <source>Receipt read</source>
        <translation>접수증 읽음</translation>
    </message>
    <message>
        <source>Recipients set</source>
        <translation>수신자 지정됨</translation>
    </message>
    <message>
        <source>Screened</source>
        <translation>선별함</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>로그인함</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>스테이션</translation>
    </message>
    <message>
        <source>Station card handed out</source>
        <translation>스테이션 카드 전달</translation>
    </message>
    <message>
        <source>Station set up</source>
        <translation>스테이션 설정됨</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>상태 변경</translation>
    </message>
    <message>
        <source>Summary printed</source>
        <translation>요약지 인쇄됨</translation>
    </message>
    <message>
        <source>Telephone attempt</source>
        <translation>전화 시도</translation>
    </message>
    <message>
        <source>Telephone follow-up</source>
        <translation>전화 추적</translation>
    </message>
    <message>
        <source>Telephone follow-up missed</source>
        <translation>전화 추적 못함</translation>
    </message>
    <message>
        <source>Typed, not accepted</source>
        <translation>입력했으나 저장 안 됨</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Visit missed</source>
        <translation>방문하지 않음</translation>
    </message>
    <message>
        <source>Visit opened</source>
        <translation>방문 열림</translation>
    </message>
    <message>
        <source>Visit signed</source>
        <translation>방문 서명됨</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>잘못된 암호문</translation>
    </message>
    <message>
        <source>central</source>
        <translation>중앙</translation>
    </message>
    <message>
        <source>program</source>
        <translation>프로그램</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>About</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>감사 추적</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>기록 번호</translation>
    </message>
    <message>
        <source>Filter by participant or person</source>
        <translation>참여자 또는 사람으로 찾기</translation>
    </message>
    <message>
        <source>Gathering the entries</source>
        <translation>기록을 모으는 중</translation>
    </message>
    <message>
        <source>No entry fits. Clear the filter, or choose All with Alt A.</source>
        <translation>해당하는 기록이 없습니다. 찾는 말을 지우거나 Alt A로 전체를 고르세요.</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>저장되지 않음:</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>Old to new</source>
        <translation>이전 → 새 값</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>표로 저장</translation>
    </message>
    <message>
        <source>Save the audit trail as a table</source>
        <translation>감사 추적을 표로 저장</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>저장됨:</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇을</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>어떤 기록</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>filter by participant or person</source>
        <translation>참여자 또는 사람으로 찾기</translation>
    </message>
    <message>
        <source>save as a table</source>
        <translation>표로 저장</translation>
    </message>
    <message>
        <source>{0} could not be written. Nothing recorded is lost; choose another place and try again.</source>
        <translation>{0}에 쓸 수 없었습니다. 기록된 것은 그대로 있습니다. 다른 곳을 골라 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{file}, {count} entries. Anybody can read this file: keep it as safe as the study&apos;s papers.</source>
        <translation>{file}, 기록 {count}건. 이 파일은 누구나 읽을 수 있습니다. 연구 서류와 똑같이 안전하게 보관하세요.</translation>
    </message>
    <message>
        <source>{shown} of {total} entries, newest first. Nothing here can be changed or removed.</source>
        <translation>전체 {total}건 중 {shown}건, 최근 것부터. 여기서는 바꾸거나 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>“{0}” is no code of one participant or one person yet. Type more of it, or clear it.</source>
        <translation>“{0}”에 해당하는 참여자나 사람이 아직 하나로 정해지지 않습니다. 더 입력하거나 지우세요.</translation>
    </message>
</context>
<context>
    <name>AuditTable</name>
    <message>
        <source>About</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>기록 번호</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>해시</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류 코드</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>이전 값</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>로그인한 사람</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>진술한 쪽</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>스테이션</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>시각 (UTC)</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇을</translation>
    </message>
</context>
<context>
    <name>BatteryColumn</name>
    <message>
        <source>{0} of {1} closed</source>
        <translation>{1}개 중 {0}개 마침</translation>
    </message>
</context>
<context>
    <name>BatteryList</name>
    <message>
        <source>Instruments of this visit</source>
        <translation>이번 방문의 검사</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>By telephone</source>
        <translation>전화로</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>화상으로</translation>
    </message>
    <message>
        <source>Here, on site</source>
        <translation>이곳에서, 현장</translation>
    </message>
</context>
<context>
    <name>BeginningPanel</name>
    <message>
        <source>Before it begins: {0}</source>
        <translation>시작하기 전에: {0}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Choose a reason by its digit.</source>
        <translation>숫자로 사유를 고르세요.</translation>
    </message>
    <message>
        <source>How is it held?</source>
        <translation>어떻게 진행합니까?</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>It can be begun; that there was none is stored with the result.</source>
        <translation>시작할 수 있습니다. 인증이 없었다는 사실이 결과와 함께 저장됩니다.</translation>
    </message>
    <message>
        <source>It is recorded as not done (ND12). Begin it on site when the participant is here.</source>
        <translation>시행 안 함(ND12)으로 기록됩니다. 참여자가 오면 현장에서 시작하세요.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>No valid certificate.</source>
        <translation>유효한 인증 없음.</translation>
    </message>
    <message>
        <source>Not begun:</source>
        <translation>시작되지 않음:</translation>
    </message>
    <message>
        <source>Otherwise than last time.</source>
        <translation>지난번과 다릅니다.</translation>
    </message>
    <message>
        <source>The study asks for one: let a certified assessor begin, or have it entered (People, C).</source>
        <translation>이 연구는 인증을 요구합니다. 인증된 평가자가 시작하거나 인증을 입력하게 하세요(사람, C).</translation>
    </message>
    <message>
        <source>This needs the participant here.</source>
        <translation>참여자가 이곳에 있어야 합니다.</translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation>왜 그렇습니까?</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>사유를 짧게 적으세요.</translation>
    </message>
    <message>
        <source>You have no certificate for this instrument.</source>
        <translation>이 검사에 대한 인증이 없습니다.</translation>
    </message>
    <message>
        <source>Your certificate for this instrument has been ended.</source>
        <translation>이 검사에 대한 인증이 종료되었습니다.</translation>
    </message>
    <message>
        <source>Your certificate for this instrument has expired.</source>
        <translation>이 검사에 대한 인증이 만료되었습니다.</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>no names, no numbers of identity</source>
        <translation>이름·주민등록번호 금지</translation>
    </message>
    <message>
        <source>{code}, {visit}. Nothing is recorded yet.</source>
        <translation>{code}, {visit}. 아직 기록된 것은 없습니다.</translation>
    </message>
</context>
<context>
    <name>BlindingPanel</name>
    <message>
        <source>Blinding log</source>
        <translation>눈가림 기록</translation>
    </message>
    <message>
        <source>Close the blinding log</source>
        <translation>눈가림 기록 마치기</translation>
    </message>
    <message>
        <source>Did anything tell you the group?</source>
        <translation>군을 알게 된 일이 있었습니까?</translation>
    </message>
    <message>
        <source>I cannot say</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>필요하면 짧게</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The blinding log is closed</source>
        <translation>눈가림 기록을 마쳤습니다</translation>
    </message>
    <message>
        <source>This is needed. Choose one.</source>
        <translation>필요한 항목입니다. 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Which group would you guess?</source>
        <translation>어느 군이라고 짐작하십니까?</translation>
    </message>
    <message>
        <source>blinding log</source>
        <translation>눈가림 기록</translation>
    </message>
    <message>
        <source>it is sealed at once; nobody here reads it</source>
        <translation>바로 봉인되며 여기서 아무도 보지 않습니다</translation>
    </message>
    <message>
        <source>once at this visit, before the signature</source>
        <translation>이 방문에 한 번, 서명 전에</translation>
    </message>
    <message>
        <source>without naming a group</source>
        <translation>군 이름 없이</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Adverse event</source>
        <translation>이상반응</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>안내한 내용</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Bad sleep</source>
        <translation>수면 불편</translation>
    </message>
    <message>
        <source>By</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Day of the attempt</source>
        <translation>시도한 날짜</translation>
    </message>
    <message>
        <source>Day of the call</source>
        <translation>통화한 날짜</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>운동</translation>
    </message>
    <message>
        <source>Fatigue</source>
        <translation>피로</translation>
    </message>
    <message>
        <source>Joint pain</source>
        <translation>관절 통증</translation>
    </message>
    <message>
        <source>Medicine missed</source>
        <translation>약을 거른 날</translation>
    </message>
    <message>
        <source>Morning stiffness</source>
        <translation>아침 뻣뻣함</translation>
    </message>
    <message>
        <source>New diagnoses</source>
        <translation>새로운 진단</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>다음 전화</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>기록되지 않음:</translation>
    </message>
    <message>
        <source>Painkillers</source>
        <translation>진통제</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>변경 이유</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Remark on the attempt</source>
        <translation>시도에 대한 메모</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>days, 0 when none</source>
        <translation>일, 없으면 0</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>분</translation>
    </message>
    <message>
        <source>minutes a week</source>
        <translation>주당 분</translation>
    </message>
    <message>
        <source>needed outside the window</source>
        <translation>허용 기간 밖이면 필요</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>opens a draft</source>
        <translation>초안이 열림</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Adverse events</source>
        <translation>이상반응</translation>
    </message>
    <message>
        <source>Attempt recorded</source>
        <translation>시도를 기록했습니다</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Call missed</source>
        <translation>전화하지 못함으로 기록했습니다</translation>
    </message>
    <message>
        <source>Call recorded</source>
        <translation>전화를 기록했습니다</translation>
    </message>
    <message>
        <source>Call recorded, a draft of the adverse event waits</source>
        <translation>전화를 기록했습니다. 이상반응 초안이 기다립니다</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>남은 날</translation>
    </message>
    <message>
        <source>Days tried</source>
        <translation>시도한 날</translation>
    </message>
    <message>
        <source>Follow-ups by telephone</source>
        <translation>전화 추적</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>못함</translation>
    </message>
    <message>
        <source>No follow-up by telephone is planned yet.</source>
        <translation>아직 계획된 전화 추적이 없습니다.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Not shown:</source>
        <translation>표시할 수 없음:</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Record call</source>
        <translation>전화 기록</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>저장했습니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표일</translation>
    </message>
    <message>
        <source>Target {day}, window {first} to {last}. Tried in vain on {tried} of {attempts} days.</source>
        <translation>목표일 {day}, 허용 기간 {first}~{last}. {attempts}일 가운데 {tried}일 시도했으나 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>Telephone follow-ups</source>
        <translation>전화 추적</translation>
    </message>
    <message>
        <source>To do now: {count}.</source>
        <translation>지금 할 일: {count}건.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>허용 기간</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>closed yesterday</source>
        <translation>어제 마감</translation>
    </message>
    <message>
        <source>closed {days} days ago</source>
        <translation>{days}일 전에 끝남</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>opens in {days} days</source>
        <translation>{days}일 뒤 시작</translation>
    </message>
    <message>
        <source>opens tomorrow</source>
        <translation>내일 시작</translation>
    </message>
    <message>
        <source>{code}, call {number}</source>
        <translation>{code}, {number}번째 전화</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}~{last}</translation>
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
        <translation>양쪽</translation>
    </message>
    <message>
        <source>Both arms: do not test</source>
        <translation>양팔: 검사 금지</translation>
    </message>
    <message>
        <source>Do: {0}</source>
        <translation>할 일: {0}</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>주로 쓰는 손</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>During: {0}</source>
        <translation>하는 중: {0}</translation>
    </message>
    <message>
        <source>Earlier results stay hidden: the study is blinded.</source>
        <translation>이전 결과는 표시되지 않습니다: 눈가림 연구입니다.</translation>
    </message>
    <message>
        <source>Its trials are recorded as ND07, limb restricted.</source>
        <translation>이쪽 시행은 ND07(팔다리 제한)로 기록됩니다.</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Left arm: do not test</source>
        <translation>왼팔: 검사 금지</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>왼손</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Line or port: {0}.</source>
        <translation>관 또는 포트: {0}.</translation>
    </message>
    <message>
        <source>Lymphoedema: {0}.</source>
        <translation>림프부종: {0}.</translation>
    </message>
    <message>
        <source>Not done, {0}</source>
        <translation>시행 안 함, {0}</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Right arm: do not test</source>
        <translation>오른팔: 검사 금지</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>오른손</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>사용 언어</translation>
    </message>
    <message>
        <source>Stop early when</source>
        <translation>중단 기준</translation>
    </message>
    <message>
        <source>Surgery: {0}.</source>
        <translation>수술: {0}.</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>Void, {0}</source>
        <translation>무효, {0}</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>양쪽</translation>
    </message>
    <message>
        <source>left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0}회</translation>
    </message>
    <message>
        <source>right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>trial {0}</source>
        <translation>{0}회차</translation>
    </message>
    <message>
        <source>trial {0} of {1}</source>
        <translation>{1}회 중 {0}회차</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>{0} extra</source>
        <translation>{0} 추가</translation>
    </message>
</context>
<context>
    <name>CaptureBoard</name>
    <message>
        <source>Measured</source>
        <translation>측정 항목</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Value, {0}</source>
        <translation>값, {0}</translation>
    </message>
</context>
<context>
    <name>CaptureKeys</name>
    <message>
        <source>Accept</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Count a stand</source>
        <translation>일어서기 세기</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>시행 안 함</translation>
    </message>
    <message>
        <source>Re-measure</source>
        <translation>다시 재기</translation>
    </message>
    <message>
        <source>Rest of side</source>
        <translation>이쪽 나머지</translation>
    </message>
    <message>
        <source>Script language</source>
        <translation>대본 언어</translation>
    </message>
    <message>
        <source>Start and stop</source>
        <translation>시작과 정지</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>중간에 멈춤</translation>
    </message>
    <message>
        <source>Void last</source>
        <translation>직전 시행 무효</translation>
    </message>
    <message>
        <source>Yes, one more</source>
        <translation>예, 한 번 더</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>back to the value</source>
        <translation>값으로 돌아가기</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>close the list</source>
        <translation>목록 닫기</translation>
    </message>
    <message>
        <source>count a stand</source>
        <translation>일어서기 세기</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>하지 않음</translation>
    </message>
    <message>
        <source>leave visit, everything is on disk</source>
        <translation>방문 나가기 (모두 저장됨)</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>시행 안 함</translation>
    </message>
    <message>
        <source>re-measure</source>
        <translation>다시 재기</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>rest of this side not done</source>
        <translation>이쪽 나머지 시행 안 함</translation>
    </message>
    <message>
        <source>script language</source>
        <translation>대본 언어</translation>
    </message>
    <message>
        <source>start, stop</source>
        <translation>시작, 정지</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>중간에 멈춤</translation>
    </message>
    <message>
        <source>take the extra trial</source>
        <translation>추가 시행하기</translation>
    </message>
    <message>
        <source>void last trial</source>
        <translation>직전 시행 무효</translation>
    </message>
</context>
<context>
    <name>CareForm</name>
    <message>
        <source>Care facts</source>
        <translation>주의 사항</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>변경 이유</translation>
    </message>
</context>
<context>
    <name>CarePart</name>
    <message>
        <source>Arm that must not be tested</source>
        <translation>검사하면 안 되는 팔</translation>
    </message>
    <message>
        <source>Lymphoedema</source>
        <translation>림프부종</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Port or line</source>
        <translation>포트 또는 관</translation>
    </message>
    <message>
        <source>Side of surgery</source>
        <translation>수술한 쪽</translation>
    </message>
    <message>
        <source>its trials become ND07</source>
        <translation>이쪽 시행은 ND07로 기록</translation>
    </message>
    <message>
        <source>no names, no numbers of identity</source>
        <translation>이름·주민등록번호 금지</translation>
    </message>
</context>
<context>
    <name>CentralChip</name>
    <message>
        <source>Opens the exchange page</source>
        <translation>교환 화면을 엽니다</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>A certificate for {0}</source>
        <translation>{0} 인증</translation>
    </message>
    <message>
        <source>By</source>
        <translation>인증한 사람</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Certificates of the assessors</source>
        <translation>평가자의 인증</translation>
    </message>
    <message>
        <source>Certified on</source>
        <translation>인증일</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>End the certificate of {0}</source>
        <translation>{0} 인증 종료</translation>
    </message>
    <message>
        <source>End this certificate</source>
        <translation>이 인증 종료</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Enter a certificate</source>
        <translation>인증 입력</translation>
    </message>
    <message>
        <source>Enter this certificate</source>
        <translation>이 인증 입력</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Not written.</source>
        <translation>기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Reason for ending it today</source>
        <translation>오늘 종료하는 이유</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The certificate is ended</source>
        <translation>인증이 종료되었습니다</translation>
    </message>
    <message>
        <source>The certificate is entered</source>
        <translation>인증이 입력되었습니다</translation>
    </message>
    <message>
        <source>This study asks for no certificates.</source>
        <translation>이 연구는 인증을 요구하지 않습니다.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>유효 기한</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>유효</translation>
    </message>
    <message>
        <source>Valid, ends soon</source>
        <translation>유효, 곧 만료</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>the code of the trainer, never a name</source>
        <translation>교육자의 코드, 이름은 쓰지 않습니다</translation>
    </message>
    <message>
        <source>what was observed, if you like</source>
        <translation>관찰한 내용(선택)</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>연-월-일</translation>
    </message>
    <message>
        <source>{held} of {count} are valid today.</source>
        <translation>오늘 {count}건 중 {held}건이 유효합니다.</translation>
    </message>
</context>
<context>
    <name>ChoiceStep</name>
    <message>
        <source>Accept</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>As before. Enter takes it over.</source>
        <translation>지난번과 같습니다. Enter로 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Choose one with its digit, then press Enter.</source>
        <translation>숫자로 고른 뒤 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Nothing chosen.</source>
        <translation>선택한 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Consent given anew</source>
        <translation>동의 다시 받기</translation>
    </message>
    <message>
        <source>Version of the consent form</source>
        <translation>동의서 버전</translation>
    </message>
</context>
<context>
    <name>ConsentForm</name>
    <message>
        <source>Day of consent</source>
        <translation>동의일</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Ask again</source>
        <translation>다시 묻기</translation>
    </message>
    <message>
        <source>Correct a value</source>
        <translation>값 정정</translation>
    </message>
    <message>
        <source>Correct value</source>
        <translation>정정한 값</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>시행 안 함</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>변경 이유</translation>
    </message>
    <message>
        <source>Record correction</source>
        <translation>정정 기록</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록된 값</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>The value that was recorded stays in the ledger. A signed visit must be signed again.</source>
        <translation>기록된 값은 원장에 그대로 남습니다. 서명한 방문은 다시 서명해야 합니다.</translation>
    </message>
    <message>
        <source>This is the value that is recorded; nothing was changed.</source>
        <translation>이미 기록된 값과 같습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Values that can be corrected</source>
        <translation>정정할 수 있는 값</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>Next: {0}</source>
        <translation>다음: {0}</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>휴식</translation>
    </message>
    <message>
        <source>Rest, same hand</source>
        <translation>같은 손 휴식</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation>검토와 서명</translation>
    </message>
    <message>
        <source>Saved: {0}, {1}</source>
        <translation>저장됨: {0}, {1}</translation>
    </message>
</context>
<context>
    <name>CrashPage</name>
    <message>
        <source>Close the program</source>
        <translation>프로그램 닫기</translation>
    </message>
    <message>
        <source>Every value that the screen called saved is on disk. Nothing was lost.</source>
        <translation>화면에 저장됨으로 표시된 값은 모두 디스크에 있습니다. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>No report could be written: the log folder is full or read-only.</source>
        <translation>보고서를 쓰지 못했습니다. 로그 폴더가 가득 찼거나 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>Open the program again: the first page says what was found.</source>
        <translation>프로그램을 다시 여세요. 첫 화면에서 확인된 내용을 알려 드립니다.</translation>
    </message>
    <message>
        <source>The program met a fault</source>
        <translation>프로그램에 오류가 생겼습니다</translation>
    </message>
    <message>
        <source>The report holds no participant data. Give it to whoever looks after the program: {path}</source>
        <translation>보고서에는 참여자 자료가 없습니다. 프로그램 담당자에게 전달하세요: {path}</translation>
    </message>
    <message>
        <source>The station was closed so that nothing wrong can be written.</source>
        <translation>잘못된 내용이 기록되지 않도록 스테이션을 닫았습니다.</translation>
    </message>
</context>
<context>
    <name>CueBar</name>
    <message>
        <source>Next at {0}</source>
        <translation>다음: {0}</translation>
    </message>
    <message>
        <source>Say nothing else until the first remark</source>
        <translation>첫 안내까지 다른 말은 하지 않습니다</translation>
    </message>
    <message>
        <source>Say: {0}</source>
        <translation>말: {0}</translation>
    </message>
</context>
<context>
    <name>DefinitionPlaces</name>
    <message>
        <source>assumption</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>이상</translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>below</source>
        <translation>미만</translation>
    </message>
    <message>
        <source>blinded</source>
        <translation>눈가림 여부</translation>
    </message>
    <message>
        <source>blinding</source>
        <translation>눈가림</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>선택지</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>counted from</source>
        <translation>기준일</translation>
    </message>
    <message>
        <source>criterion</source>
        <translation>참여 기준</translation>
    </message>
    <message>
        <source>day to count from</source>
        <translation>기준이 되는 날</translation>
    </message>
    <message>
        <source>days after</source>
        <translation>이후 일수</translation>
    </message>
    <message>
        <source>days before</source>
        <translation>이전 일수</translation>
    </message>
    <message>
        <source>days between</source>
        <translation>간격 일수</translation>
    </message>
    <message>
        <source>days of a cycle</source>
        <translation>주기 일수</translation>
    </message>
    <message>
        <source>earlier results hidden</source>
        <translation>이전 결과 숨김</translation>
    </message>
    <message>
        <source>edition</source>
        <translation>판</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>응급</translation>
    </message>
    <message>
        <source>end of the clock</source>
        <translation>시계 종료</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>운동</translation>
    </message>
    <message>
        <source>exercise sessions</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>expected result</source>
        <translation>기대 결과</translation>
    </message>
    <message>
        <source>extra trial</source>
        <translation>추가 시행</translation>
    </message>
    <message>
        <source>fact asked</source>
        <translation>묻는 사실</translation>
    </message>
    <message>
        <source>first time only</source>
        <translation>첫 회만</translation>
    </message>
    <message>
        <source>given values</source>
        <translation>주어진 값</translation>
    </message>
    <message>
        <source>group</source>
        <translation>군</translation>
    </message>
    <message>
        <source>held at a distance</source>
        <translation>원격 진행</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>안내</translation>
    </message>
    <message>
        <source>information sheet</source>
        <translation>설명문</translation>
    </message>
    <message>
        <source>instruments</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>한계</translation>
    </message>
    <message>
        <source>lowest age</source>
        <translation>최소 나이</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>분</translation>
    </message>
    <message>
        <source>months</source>
        <translation>개월</translation>
    </message>
    <message>
        <source>number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>offered value</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>office hours</source>
        <translation>운영 시간</translation>
    </message>
    <message>
        <source>page for the participant</source>
        <translation>참여자용 요약지</translation>
    </message>
    <message>
        <source>participants planned</source>
        <translation>계획된 참여자 수</translation>
    </message>
    <message>
        <source>primary outcome</source>
        <translation>일차 결과</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>reason for not holding</source>
        <translation>미실시 이유</translation>
    </message>
    <message>
        <source>reasons to stop</source>
        <translation>중단 기준</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>repetitions</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>휴식</translation>
    </message>
    <message>
        <source>rest before</source>
        <translation>사전 휴식</translation>
    </message>
    <message>
        <source>role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>채점</translation>
    </message>
    <message>
        <source>sets</source>
        <translation>세트</translation>
    </message>
    <message>
        <source>sexes</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>site</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>text</source>
        <translation>문구</translation>
    </message>
    <message>
        <source>times a week</source>
        <translation>주당 횟수</translation>
    </message>
    <message>
        <source>title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>used from</source>
        <translation>사용 시작일</translation>
    </message>
    <message>
        <source>version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>way of finding out</source>
        <translation>알게 된 경로</translation>
    </message>
    <message>
        <source>way of holding</source>
        <translation>진행 방법</translation>
    </message>
    <message>
        <source>week</source>
        <translation>주차</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>주 수</translation>
    </message>
    <message>
        <source>what is done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>하는 말</translation>
    </message>
    <message>
        <source>worked example</source>
        <translation>계산 예</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>A new device</source>
        <translation>새 기기</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>교정함</translation>
    </message>
    <message>
        <source>Calibration due</source>
        <translation>교정 기한</translation>
    </message>
    <message>
        <source>Calibration of {device}</source>
        <translation>{device} 교정</translation>
    </message>
    <message>
        <source>Calibration of {device} recorded</source>
        <translation>{device} 교정을 기록했습니다</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Check due</source>
        <translation>점검 기한</translation>
    </message>
    <message>
        <source>Check of {device} against a known weight, today</source>
        <translation>{device}을(를) 무게를 아는 추로 오늘 점검</translation>
    </message>
    <message>
        <source>Check of {device} recorded</source>
        <translation>{device} 점검을 기록했습니다</translation>
    </message>
    <message>
        <source>Day of calibration</source>
        <translation>교정한 날</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Devices of this station</source>
        <translation>이 스테이션의 기기</translation>
    </message>
    <message>
        <source>Did not pass</source>
        <translation>점검 불합격</translation>
    </message>
    <message>
        <source>Due in {count} days</source>
        <translation>기한까지 {count}일</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>오늘이 기한</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>내일이 기한</translation>
    </message>
    <message>
        <source>Known weight</source>
        <translation>추의 무게</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>라벨</translation>
    </message>
    <message>
        <source>Make and model</source>
        <translation>제조사와 모델</translation>
    </message>
    <message>
        <source>Make, serial number</source>
        <translation>제조사, 일련번호</translation>
    </message>
    <message>
        <source>Next calibration due</source>
        <translation>다음 교정 기한</translation>
    </message>
    <message>
        <source>Next check due</source>
        <translation>다음 점검 기한</translation>
    </message>
    <message>
        <source>No device yet. Register one with N.</source>
        <translation>아직 기기가 없습니다. N으로 등록하세요.</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>불합격</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Overdue by {count} days</source>
        <translation>기한 {count}일 지남</translation>
    </message>
    <message>
        <source>Overdue since yesterday</source>
        <translation>기한 하루 지남</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>합격</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Reason for taking it out of use</source>
        <translation>사용 중지 이유</translation>
    </message>
    <message>
        <source>Register device</source>
        <translation>기기 등록</translation>
    </message>
    <message>
        <source>Save calibration</source>
        <translation>교정 저장</translation>
    </message>
    <message>
        <source>Save check</source>
        <translation>점검 저장</translation>
    </message>
    <message>
        <source>Save device</source>
        <translation>기기 저장</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>일련번호</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>최소 눈금</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Take it out of use</source>
        <translation>사용 중지하기</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>Take {device} out of use? What was measured with it stays as it is.</source>
        <translation>{device}의 사용을 중지할까요? 이 기기로 잰 값은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>The device showed</source>
        <translation>기기가 보인 값</translation>
    </message>
    <message>
        <source>The facts of {device}, stated anew</source>
        <translation>{device}의 정보를 새로 적음</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>as on the certificate</source>
        <translation>교정 성적서대로</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>교정함</translation>
    </message>
    <message>
        <source>change facts</source>
        <translation>정보 바꾸기</translation>
    </message>
    <message>
        <source>check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>register</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>such as 0.1, or empty</source>
        <translation>예: 0.1, 없으면 비움</translation>
    </message>
    <message>
        <source>such as 2026-09-01</source>
        <translation>예: 2026-09-01</translation>
    </message>
    <message>
        <source>such as 2026-09-01, or empty</source>
        <translation>예: 2026-09-01, 없으면 비움</translation>
    </message>
    <message>
        <source>such as D-03</source>
        <translation>예: D-03</translation>
    </message>
    <message>
        <source>such as kgf, kg, s</source>
        <translation>예: kgf, kg, s</translation>
    </message>
    <message>
        <source>take out of use</source>
        <translation>사용 중지</translation>
    </message>
    <message>
        <source>{count} in use. One that is overdue or did not pass its check is used only with a reason.</source>
        <translation>{count}대 사용 중. 기한이 지났거나 점검에 불합격한 기기는 사유가 있어야 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{device} is in the register</source>
        <translation>{device}을(를) 등록했습니다</translation>
    </message>
    <message>
        <source>{device} is out of use</source>
        <translation>{device}의 사용을 중지했습니다</translation>
    </message>
</context>
<context>
    <name>DoneMatrix</name>
    <message>
        <source>What was done</source>
        <translation>시행 현황</translation>
    </message>
    <message>
        <source>What was done at each visit</source>
        <translation>방문별 시행 현황</translation>
    </message>
</context>
<context>
    <name>EligibilityPart</name>
    <message>
        <source>Eligible</source>
        <translation>참여 가능</translation>
    </message>
    <message>
        <source>Must be so</source>
        <translation>해당해야 함</translation>
    </message>
    <message>
        <source>Must not be so</source>
        <translation>해당하지 않아야 함</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>받아들일 수 없음:</translation>
    </message>
    <message>
        <source>Not decided: {count} still open</source>
        <translation>아직 미정: 답하지 않은 기준 {count}개</translation>
    </message>
    <message>
        <source>Not eligible: {count} not as it must be</source>
        <translation>참여 불가: 맞지 않는 기준 {count}개</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>One of these is enough:</source>
        <translation>다음 가운데 하나면 됨:</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>empty: not known</source>
        <translation>비우면 모름</translation>
    </message>
    <message>
        <source>years</source>
        <translation>세</translation>
    </message>
</context>
<context>
    <name>EmergencyForm</name>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Emergency unblinding of {code}. It is recorded before the group is shown, and cannot be undone.</source>
        <translation>{code}의 응급 눈가림 해제. 먼저 기록한 뒤 군을 보여 주며, 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>누구에게 알립니까</translation>
    </message>
    <message>
        <source>Why it is an emergency</source>
        <translation>응급인 이유</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>본인 암호문</translation>
    </message>
    <message>
        <source>a code or a function, no name</source>
        <translation>코드나 직책, 이름 없이</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
    <message>
        <source>without naming a group</source>
        <translation>군 이름 없이</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Consent comes first. The study code is made when you enrol; no name is asked for.</source>
        <translation>동의가 먼저입니다. 연구 코드는 등록할 때 만들어지며 이름은 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Day of consent</source>
        <translation>동의일</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>주로 쓰는 손</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Enrolled as {code}</source>
        <translation>{code}로 등록됨</translation>
    </message>
    <message>
        <source>Keep the screening only</source>
        <translation>선별만 남기기</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>새 참여자</translation>
    </message>
    <message>
        <source>Not enrolled.</source>
        <translation>등록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Screening kept as {code}</source>
        <translation>선별 결과를 {code}(으)로 남겼습니다</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>사용 언어</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>필요한 항목입니다. 입력하세요.</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>출생 연도</translation>
    </message>
    <message>
        <source>enrol</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>keep screening</source>
        <translation>선별 남기기</translation>
    </message>
    <message>
        <source>leave, nobody is enrolled</source>
        <translation>나가기 (등록 안 됨)</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
    <message>
        <source>the second identifier</source>
        <translation>두 번째 확인 정보</translation>
    </message>
    <message>
        <source>visits are counted from this day</source>
        <translation>방문 일정의 기준일</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>A package counts as safe only when central&apos;s signed receipt for it has come back.</source>
        <translation>패키지는 중앙이 서명한 접수증이 돌아와야 안전한 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Adopt text pack</source>
        <translation>텍스트 팩 등록</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>취소하는 중</translation>
    </message>
    <message>
        <source>Check ledger</source>
        <translation>원장 점검</translation>
    </message>
    <message>
        <source>Checked.</source>
        <translation>점검했습니다.</translation>
    </message>
    <message>
        <source>Checking the ledger:</source>
        <translation>원장 점검 중:</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Export package</source>
        <translation>패키지 내보내기</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>내보냈습니다.</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>패키지를 둘 폴더</translation>
    </message>
    <message>
        <source>Held back: {what}</source>
        <translation>보류: {what}</translation>
    </message>
    <message>
        <source>New on the page of queries: {count}.</source>
        <translation>질의 화면에 새로 온 것: {count}건.</translation>
    </message>
    <message>
        <source>No package yet. Export one with E; it goes to central on a stick or by mail.</source>
        <translation>아직 패키지가 없습니다. E로 내보내 USB나 메일로 중앙에 보내세요.</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>받지 않음:</translation>
    </message>
    <message>
        <source>Not exported; nothing was lost.</source>
        <translation>내보내지 않았습니다. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>Not yet: {code}, {visit}, {day}</source>
        <translation>미도착: {code}, {visit}, {day}</translation>
    </message>
    <message>
        <source>Nothing that is practised is ever exported. In the study, packages stand here.</source>
        <translation>연습한 것은 내보내지 않습니다. 연구에서는 여기에 패키지가 나옵니다.</translation>
    </message>
    <message>
        <source>Opened again and compared</source>
        <translation>다시 열어 비교함</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Packages and receipts</source>
        <translation>패키지와 접수증</translation>
    </message>
    <message>
        <source>Read a file</source>
        <translation>파일 읽기</translation>
    </message>
    <message>
        <source>Read.</source>
        <translation>읽었습니다.</translation>
    </message>
    <message>
        <source>Receipt of central, or text pack</source>
        <translation>중앙의 접수증 또는 텍스트 팩</translation>
    </message>
    <message>
        <source>Receipt {number}: central holds this station&apos;s entries up to {held}.</source>
        <translation>접수증 {number}번: 중앙이 이 스테이션의 기록을 {held}번까지 보관하고 있습니다.</translation>
    </message>
    <message>
        <source>Save station card</source>
        <translation>스테이션 카드 저장</translation>
    </message>
    <message>
        <source>Sealed and signed</source>
        <translation>봉인하고 서명함</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Nothing was changed. Choose the file that central or the site sent.</source>
        <translation>파일 {file}을(를) 읽을 수 없습니다. 바뀐 것은 없습니다. 중앙이나 기관이 보낸 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Written to {folder}</source>
        <translation>{folder}에 기록함</translation>
    </message>
    <message>
        <source>back to Today</source>
        <translation>오늘 화면으로</translation>
    </message>
    <message>
        <source>cancel, nothing is lost</source>
        <translation>취소 (잃는 것 없음)</translation>
    </message>
    <message>
        <source>check ledger</source>
        <translation>원장 점검</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>do not adopt</source>
        <translation>등록하지 않음</translation>
    </message>
    <message>
        <source>export package</source>
        <translation>패키지 내보내기</translation>
    </message>
    <message>
        <source>read receipt or text pack</source>
        <translation>접수증·텍스트 팩 읽기</translation>
    </message>
    <message>
        <source>save station card</source>
        <translation>스테이션 카드 저장</translation>
    </message>
    <message>
        <source>show contents</source>
        <translation>내용 보기</translation>
    </message>
    <message>
        <source>signed visits</source>
        <translation>서명한 방문</translation>
    </message>
    <message>
        <source>{count} entries, for central, the site escrow key and this station</source>
        <translation>기록 {count}건: 중앙, 기관 에스크로 키, 이 스테이션용</translation>
    </message>
    <message>
        <source>{count} entries, unbroken; every signature fits. Head {code}.</source>
        <translation>기록 {count}건, 끊김 없음, 서명 모두 일치. 헤드 {code}.</translation>
    </message>
    <message>
        <source>{done} of {total} entries</source>
        <translation>기록 {total}건 중 {done}건</translation>
    </message>
    <message>
        <source>{package} was written to {file}, opened again and found equal. Bring it to central.</source>
        <translation>{package}을(를) {file}에 기록하고 다시 열어 같음을 확인했습니다. 중앙에 전달하세요.</translation>
    </message>
    <message>
        <source>{safe} of {signed}</source>
        <translation>{signed}건 중 {safe}건</translation>
    </message>
</context>
<context>
    <name>ExerciseTable</name>
    <message>
        <source>Done: sets</source>
        <translation>실시: 세트</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>운동 종목</translation>
    </message>
    <message>
        <source>Load, band</source>
        <translation>무게, 밴드</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>받아들여지지 않음:</translation>
    </message>
    <message>
        <source>Prescribed</source>
        <translation>처방</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>{exercise}: band or support</source>
        <translation>{exercise}: 밴드 또는 보조</translation>
    </message>
    <message>
        <source>{exercise}: load</source>
        <translation>{exercise}: 무게</translation>
    </message>
    <message>
        <source>{exercise}: prescribed load</source>
        <translation>{exercise}: 처방 무게</translation>
    </message>
    <message>
        <source>{exercise}: repetitions</source>
        <translation>{exercise}: 반복</translation>
    </message>
    <message>
        <source>{exercise}: sets</source>
        <translation>{exercise}: 세트</translation>
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
        <translation>취소</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>내보내기 진행</translation>
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
        <translation>{cycle}주기 투여일</translation>
    </message>
    <message>
        <source>Reason, where something changes that was stated</source>
        <translation>이미 적은 것을 바꾸는 이유</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
</context>
<context>
    <name>FieldsCard</name>
    <message>
        <source>Not accepted:</source>
        <translation>받지 않음:</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>필요한 항목입니다. 입력하세요.</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>Reason in words</source>
        <translation>이유 설명</translation>
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
        <translation>모든 항목에 값 또는 이유 코드가 있습니다.</translation>
    </message>
</context>
<context>
    <name>FormPart</name>
    <message>
        <source>Not accepted:</source>
        <translation>저장 안 됨:</translation>
    </message>
</context>
<context>
    <name>FoundNotice</name>
    <message>
        <source>1 value was saved, on {at}, for {code}.</source>
        <translation>{code}의 값 1개가 {at}에 저장되었습니다.</translation>
    </message>
    <message>
        <source>No trial was running.</source>
        <translation>진행 중이던 시행은 없었습니다.</translation>
    </message>
    <message>
        <source>No value had been recorded since it was opened.</source>
        <translation>연 뒤에 기록된 값은 없었습니다.</translation>
    </message>
    <message>
        <source>One trial did not finish and has no value: {code}, {place}, started {at}.</source>
        <translation>끝나지 않아 값이 없는 시행이 있습니다: {code}, {place}, {at} 시작.</translation>
    </message>
    <message>
        <source>The last run did not end in good order; nothing that was saved is lost.</source>
        <translation>지난번에 정상 종료되지 않았습니다. 저장한 것은 모두 남아 있습니다.</translation>
    </message>
    <message>
        <source>{count} values were saved, the last on {at}, for {code}.</source>
        <translation>{code}의 값 {count}개가 저장되었고 마지막은 {at}입니다.</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>Hand to participant</source>
        <translation>참여자에게 넘기기</translation>
    </message>
    <message>
        <source>Its wording is not on this station in this language, so there is nothing to read.</source>
        <translation>이 언어의 설문 문구가 이 스테이션에 없어 읽을 것이 없습니다.</translation>
    </message>
    <message>
        <source>Not for self-entry.</source>
        <translation>직접 응답할 수 없음.</translation>
    </message>
    <message>
        <source>hand to participant</source>
        <translation>참여자에게 넘기기</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Enter accepts and goes on. A value that was accepted is on disk; there is nothing to save.</source>
        <translation>Enter를 누르면 확인하고 다음으로 갑니다. 확인한 값은 디스크에 있으므로 따로 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Esc or F1 closes this help.</source>
        <translation>Esc나 F1로 도움말을 닫습니다.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>모든 화면에서</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>이 화면에서</translation>
    </message>
</context>
<context>
    <name>IdentityBand</name>
    <message>
        <source>Participant, side and trial</source>
        <translation>참여자, 쪽, 회차</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Not changed.</source>
        <translation>바뀌지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>JudgementPanel</name>
    <message>
        <source>Adapted</source>
        <translation>변형하여 시행</translation>
    </message>
    <message>
        <source>Administered</source>
        <translation>시행 방식</translation>
    </message>
    <message>
        <source>As the protocol says</source>
        <translation>프로토콜대로</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>의심스러움</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>진행 방식</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>시행 판정</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Instruments of this visit</source>
        <translation>이 방문의 검사</translation>
    </message>
    <message>
        <source>May be used</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>시행 안 함</translation>
    </message>
    <message>
        <source>Not to be used</source>
        <translation>사용 불가</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>State this</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>needed for anything but the first choices</source>
        <translation>첫 번째 선택이 아니면 필요합니다</translation>
    </message>
    <message>
        <source>nothing said means: as the protocol says, may be used</source>
        <translation>기록이 없으면 프로토콜대로 시행, 사용 가능을 뜻합니다</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Keys that work here</source>
        <translation>여기서 쓰는 키</translation>
    </message>
</context>
<context>
    <name>KeyCap</name>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
</context>
<context>
    <name>KioskPage</name>
    <message>
        <source>Back to the questions</source>
        <translation>질문으로 돌아가기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>직원</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>LeavingPanel</name>
    <message>
        <source>Back to the questions</source>
        <translation>질문으로 돌아가기</translation>
    </message>
    <message>
        <source>For the staff</source>
        <translation>직원용</translation>
    </message>
    <message>
        <source>Only the person who is signed in can take the screen back. Every answer is on disk.</source>
        <translation>로그인한 사람만 화면을 되돌려받을 수 있습니다. 모든 답은 저장되어 있습니다.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문</translation>
    </message>
    <message>
        <source>Take the screen back</source>
        <translation>화면 되돌려받기</translation>
    </message>
    <message>
        <source>This is not the passphrase of the person who is signed in. The page stays closed.</source>
        <translation>로그인한 사람의 암호문이 아닙니다. 이 화면은 닫힌 채로 있습니다.</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Practice</source>
        <translation>연습</translation>
    </message>
</context>
<context>
    <name>Limb</name>
    <message>
        <source>left arm</source>
        <translation>왼팔</translation>
    </message>
    <message>
        <source>left leg</source>
        <translation>왼다리</translation>
    </message>
    <message>
        <source>right arm</source>
        <translation>오른팔</translation>
    </message>
    <message>
        <source>right leg</source>
        <translation>오른다리</translation>
    </message>
</context>
<context>
    <name>ListPrinting</name>
    <message>
        <source>Cycle</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>남은 기간</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>완료:</translation>
    </message>
    <message>
        <source>Handed to the printer</source>
        <translation>프린터로 보냄</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{pages}쪽 중 {page}쪽</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Printed by {user}, {moment}. Study codes only; no results.</source>
        <translation>인쇄: {user}, {moment}. 연구 코드만 있고 결과는 없습니다.</translation>
    </message>
    <message>
        <source>Save list as PDF</source>
        <translation>목록을 PDF로 저장</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>저장됨: {0}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표일</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Visits to look after, {day}</source>
        <translation>챙길 방문, {day}</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>허용 기간</translation>
    </message>
    <message>
        <source>{0} could not be written. Nothing recorded is lost; choose another place and try again.</source>
        <translation>{0}을(를) 쓰지 못했습니다. 기록한 것은 잃지 않았습니다. 다른 위치를 골라 다시 하세요.</translation>
    </message>
    <message>
        <source>{study}, site {site}, station {station}. {count} visits.</source>
        <translation>{study}, 기관 {site}, 스테이션 {station}. 방문 {count}건.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>AssessDesk practice</source>
        <translation>AssessDesk 연습</translation>
    </message>
    <message>
        <source>Closed cleanly {at}</source>
        <translation>{at} 정상 종료</translation>
    </message>
    <message>
        <source>Everything is at central</source>
        <translation>모두 중앙에 도착함</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>실행되지 않음:</translation>
    </message>
    <message>
        <source>Nothing goes to central</source>
        <translation>중앙으로 보내지 않음</translation>
    </message>
    <message>
        <source>Station {station}, version {version}</source>
        <translation>스테이션 {station}, 버전 {version}</translation>
    </message>
    <message>
        <source>help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>잠금</translation>
    </message>
    <message>
        <source>next area</source>
        <translation>다음 영역</translation>
    </message>
    <message>
        <source>{study}, site {site}</source>
        <translation>{study}, 기관 {site}</translation>
    </message>
</context>
<context>
    <name>MissedPanel</name>
    <message>
        <source>Every instrument of the visit is then not done, ND14. A digit chooses, Enter records.</source>
        <translation>그러면 이 방문의 모든 검사는 하지 않음(ND14)이 됩니다. 숫자로 고르고 Enter로 기록합니다.</translation>
    </message>
    <message>
        <source>Not recorded:</source>
        <translation>기록하지 않음:</translation>
    </message>
    <message>
        <source>Why did the visit not take place?</source>
        <translation>방문하지 않은 이유는 무엇입니까?</translation>
    </message>
    <message>
        <source>{code}, {visit}: record as missed</source>
        <translation>{code}, {visit}: 미방문으로 기록</translation>
    </message>
</context>
<context>
    <name>NavList</name>
    <message>
        <source>Pages</source>
        <translation>화면 목록</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Allocation</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>감사 추적</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>전화 추적</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
</context>
<context>
    <name>NumberStep</name>
    <message>
        <source>Accept</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>On disk the moment you accept it.</source>
        <translation>확인하는 순간 저장됩니다.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>to {0} {1}</source>
        <translation>{0} {1} 단위</translation>
    </message>
    <message>
        <source>{0} before. Enter takes it over.</source>
        <translation>지난번 {0}. Enter로 그대로 씁니다.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}~{1}</translation>
    </message>
</context>
<context>
    <name>ObserveStep</name>
    <message>
        <source>Done</source>
        <translation>완료</translation>
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
        <translation>가장 좋은 두 시행의 차이가 계획서 기준보다 큽니다.</translation>
    </message>
    <message>
        <source>{0}: one more trial?</source>
        <translation>{0}: 한 번 더 할까요?</translation>
    </message>
</context>
<context>
    <name>OpeningPanel</name>
    <message>
        <source>Ask for the year of birth, and type what you hear. Nothing opens before it fits.</source>
        <translation>출생 연도를 묻고 들은 대로 입력하세요. 맞아야 열립니다.</translation>
    </message>
    <message>
        <source>Leave closed</source>
        <translation>열지 않기</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>방문 열기</translation>
    </message>
    <message>
        <source>Reason for opening outside the window</source>
        <translation>허용 기간 밖에서 여는 이유</translation>
    </message>
    <message>
        <source>Second identifier of {code}</source>
        <translation>{code}의 두 번째 확인 정보</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>출생 연도</translation>
    </message>
</context>
<context>
    <name>PackageTable</name>
    <message>
        <source>Count</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Head code</source>
        <translation>헤드 코드</translation>
    </message>
    <message>
        <source>Held back at central: {why}</source>
        <translation>중앙에서 보류: {why}</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Receipt {number}, all accepted</source>
        <translation>접수증 {number}번, 모두 접수</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>작성</translation>
    </message>
    <message>
        <source>Written, no receipt yet</source>
        <translation>작성됨, 접수증 아직 없음</translation>
    </message>
    <message>
        <source>{file}, sealed for {count} recipients</source>
        <translation>{file}, 수신자 {count}명용으로 봉인</translation>
    </message>
</context>
<context>
    <name>PageParts</name>
    <message>
        <source>1 entry not yet at central</source>
        <translation>중앙 미도착 기록 1건</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>중국어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>남성</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>여성</translation>
    </message>
    <message>
        <source>both</source>
        <translation>양쪽</translation>
    </message>
    <message>
        <source>left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>trial {number}</source>
        <translation>{number}회차</translation>
    </message>
    <message>
        <source>{count} entries not yet at central</source>
        <translation>중앙 미도착 기록 {count}건</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the participant&apos;s page</source>
        <translation>참여자용 요약지 미리 보기</translation>
    </message>
</context>
<context>
    <name>ParticipantForms</name>
    <message>
        <source>Change care facts</source>
        <translation>주의 사항 바꾸기</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>상태 바꾸기</translation>
    </message>
    <message>
        <source>Consent anew</source>
        <translation>재동의 기록</translation>
    </message>
    <message>
        <source>Dates and facts</source>
        <translation>날짜와 사실</translation>
    </message>
    <message>
        <source>Record the change</source>
        <translation>변경 기록</translation>
    </message>
    <message>
        <source>care facts</source>
        <translation>주의 사항</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>dates, facts</source>
        <translation>날짜, 사실</translation>
    </message>
    <message>
        <source>status</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>ParticipantPage</name>
    <message>
        <source>About this person</source>
        <translation>이 참여자에 대해</translation>
    </message>
    <message>
        <source>Consent is due anew.</source>
        <translation>동의를 다시 받아야 합니다.</translation>
    </message>
    <message>
        <source>Continue {visit}</source>
        <translation>{visit} 계속</translation>
    </message>
    <message>
        <source>Cycle {cycle}, day {day} of chemotherapy today.</source>
        <translation>오늘은 항암화학요법 {cycle}주기 {day}일째.</translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation>주로 쓰는 손</translation>
    </message>
    <message>
        <source>Earlier results are hidden.</source>
        <translation>이전 결과는 숨겨집니다.</translation>
    </message>
    <message>
        <source>Earlier results stay hidden: the study is blinded.</source>
        <translation>이전 결과는 표시되지 않습니다: 눈가림 연구입니다.</translation>
    </message>
    <message>
        <source>Go on with screening</source>
        <translation>선별 계속하기</translation>
    </message>
    <message>
        <source>Look at {visit}</source>
        <translation>{visit} 보기</translation>
    </message>
    <message>
        <source>Not done, {code}</source>
        <translation>시행 안 함, {code}</translation>
    </message>
    <message>
        <source>Nothing more is collected.</source>
        <translation>더 수집하는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>방문 열기</translation>
    </message>
    <message>
        <source>Open {visit}</source>
        <translation>{visit} 열기</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Record as missed</source>
        <translation>미방문으로 기록</translation>
    </message>
    <message>
        <source>Review {visit}</source>
        <translation>{visit} 검토</translation>
    </message>
    <message>
        <source>Since {day}: {reason}.</source>
        <translation>{day}부터: {reason}.</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>사용 언어</translation>
    </message>
    <message>
        <source>Still collected: {what}.</source>
        <translation>계속 수집: {what}.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약지</translation>
    </message>
    <message>
        <source>The study is blinded; values and group open after database lock, to unblinded roles only.</source>
        <translation>눈가림 연구입니다. 값과 배정군은 데이터베이스 잠금 뒤 눈가림이 해제된 역할에만 열립니다.</translation>
    </message>
    <message>
        <source>Unscheduled visit</source>
        <translation>비정기 방문</translation>
    </message>
    <message>
        <source>Version {due} is in force, {given} was given. Ask, then state it with C.</source>
        <translation>지금은 {due} 버전이 유효하고, 동의한 버전은 {given}입니다. 동의를 받은 뒤 C로 기록하세요.</translation>
    </message>
    <message>
        <source>adverse events</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>audit trail</source>
        <translation>감사 추적</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>미방문</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>요약지</translation>
    </message>
    <message>
        <source>unscheduled</source>
        <translation>비정기 방문</translation>
    </message>
    <message>
        <source>{progress} done</source>
        <translation>{progress} 완료</translation>
    </message>
    <message>
        <source>{sex}, born {year}.</source>
        <translation>{sex}, {year}년생.</translation>
    </message>
    <message>
        <source>{sex}, born {year}. Start {day}. Consent {consent}, version {version}.</source>
        <translation>{sex}, {year}년생. 시작 {day}. 동의 {consent}, 버전 {version}.</translation>
    </message>
</context>
<context>
    <name>ParticipantsPage</name>
    <message>
        <source>Born</source>
        <translation>출생</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>중앙</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>Find a participant by code</source>
        <translation>코드로 참여자 찾기</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>새 참여자</translation>
    </message>
    <message>
        <source>No participant has a code with “{text}” in it.</source>
        <translation>코드에 ‘{text}’이(가) 들어간 참여자가 없습니다.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. Enrol the first participant with N.</source>
        <translation>아직 등록된 참여자가 없습니다. N으로 첫 참여자를 등록하세요.</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>알아 둘 점</translation>
    </message>
    <message>
        <source>Visits signed</source>
        <translation>서명한 방문</translation>
    </message>
    <message>
        <source>an arm must not be tested</source>
        <translation>검사하면 안 되는 팔 있음</translation>
    </message>
    <message>
        <source>back to Today</source>
        <translation>오늘 화면으로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>new participant</source>
        <translation>새 참여자</translation>
    </message>
    <message>
        <source>show participant</source>
        <translation>참여자 보기</translation>
    </message>
    <message>
        <source>{count} on this station, by study code. There are no names here.</source>
        <translation>이 스테이션에 {count}명, 연구 코드순. 이름은 없습니다.</translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation>{planned}회 중 {done}회</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>A new person</source>
        <translation>새 사람</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>사람 추가</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>이 사람 추가</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation>키를 만드는 중</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>로그인 가능</translation>
    </message>
    <message>
        <source>Not added.</source>
        <translation>추가되지 않았습니다.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>암호문 다시 입력</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>People of this station</source>
        <translation>이 스테이션의 사람</translation>
    </message>
    <message>
        <source>Reason for removing</source>
        <translation>삭제 이유</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>이 사람 삭제</translation>
    </message>
    <message>
        <source>Remove {user}? The passphrase will open nothing any more, and the ledger gets another key.</source>
        <translation>{user}을(를) 삭제할까요? 그 암호문으로는 더 이상 아무것도 열 수 없고 원장의 키가 바뀝니다.</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>두 암호문이 다릅니다. 같은 것을 두 번 입력하세요.</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>필요한 항목입니다. 입력하세요.</translation>
    </message>
    <message>
        <source>a code such as AS-04, never a name</source>
        <translation>이름이 아닌 코드 (예: AS-04)</translation>
    </message>
    <message>
        <source>add a person</source>
        <translation>사람 추가</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>typed by the person; a sentence that only they know</source>
        <translation>본인이 직접, 자신만 아는 문장으로</translation>
    </message>
    <message>
        <source>{count} may sign in at this station.</source>
        <translation>이 스테이션에 {count}명이 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>{user} was added</source>
        <translation>{user} 추가됨</translation>
    </message>
    <message>
        <source>{user} was removed</source>
        <translation>{user} 삭제됨</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice: invented participants, nothing leaves this computer</source>
        <translation>연습: 지어낸 참여자이며, 아무것도 이 컴퓨터를 떠나지 않습니다</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Back to the study</source>
        <translation>연구로 돌아가기</translation>
    </message>
    <message>
        <source>Begin to practise</source>
        <translation>연습 시작</translation>
    </message>
    <message>
        <source>Everything works as in the study, on invented participants whose visits are due today. What you do here stays in a folder of its own and is never exported.</source>
        <translation>모든 것이 연구와 똑같이 작동하며, 오늘 방문할 지어낸 참여자로 연습합니다. 여기서 한 것은 따로 둔 폴더에 남고 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation>키를 만드는 중</translation>
    </message>
    <message>
        <source>Not set up.</source>
        <translation>설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>암호문 다시 입력</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>두 암호문이 다릅니다. 같은 것을 두 번 입력하세요.</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>필요한 항목입니다. 입력하세요.</translation>
    </message>
    <message>
        <source>Your own code</source>
        <translation>본인 코드</translation>
    </message>
    <message>
        <source>a code such as AS-04, never a name</source>
        <translation>이름이 아닌 코드 (예: AS-04)</translation>
    </message>
    <message>
        <source>a long sentence; it need not be that of the study</source>
        <translation>긴 문장이면 되고, 연구의 것과 달라도 됩니다</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Ended before {day}</source>
        <translation>{day} 전에 종료</translation>
    </message>
    <message>
        <source>Held {day}</source>
        <translation>{day} 실시</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>나중</translation>
    </message>
    <message>
        <source>Missed, ND14</source>
        <translation>못함, ND14</translation>
    </message>
    <message>
        <source>Not held {day}</source>
        <translation>{day} 미실시</translation>
    </message>
    <message>
        <source>Planned {day}</source>
        <translation>{day} 예정</translation>
    </message>
    <message>
        <source>Reached, form open</source>
        <translation>연결됨, 양식 열림</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록함</translation>
    </message>
    <message>
        <source>To state, {day}</source>
        <translation>기록할 것, {day}</translation>
    </message>
    <message>
        <source>Unusual:</source>
        <translation>드문 값:</translation>
    </message>
    <message>
        <source>exercise sessions</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>telephone follow-ups</source>
        <translation>전화 추적</translation>
    </message>
</context>
<context>
    <name>ProgrammePage</name>
    <message>
        <source>Adverse event</source>
        <translation>이상반응</translation>
    </message>
    <message>
        <source>Adverse events</source>
        <translation>이상반응</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>참석률</translation>
    </message>
    <message>
        <source>Correct session</source>
        <translation>세션 고치기</translation>
    </message>
    <message>
        <source>Corrected: {reason}</source>
        <translation>고침: {reason}</translation>
    </message>
    <message>
        <source>Cycle {cycle}, day {day}</source>
        <translation>{cycle}주기 {day}일째</translation>
    </message>
    <message>
        <source>Exercise sessions</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>Exertion {number}</source>
        <translation>힘든 정도 {number}</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>실시</translation>
    </message>
    <message>
        <source>Held {day}, {mode}, {minutes} min</source>
        <translation>{day} 실시, {mode}, {minutes}분</translation>
    </message>
    <message>
        <source>Led by {who}</source>
        <translation>지도 {who}</translation>
    </message>
    <message>
        <source>No adverse event</source>
        <translation>이상반응 없음</translation>
    </message>
    <message>
        <source>Nobody has sessions planned yet.</source>
        <translation>아직 세션이 계획된 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Not held</source>
        <translation>미실시</translation>
    </message>
    <message>
        <source>Not shown:</source>
        <translation>표시할 수 없음:</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>Pain after {number}</source>
        <translation>뒤 통증 {number}</translation>
    </message>
    <message>
        <source>Pain before {number}</source>
        <translation>앞 통증 {number}</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Participants with sessions</source>
        <translation>세션이 있는 참여자</translation>
    </message>
    <message>
        <source>Participants: {count}. Sessions to state: {open}.</source>
        <translation>참여자 {count}명. 기록할 세션 {open}개.</translation>
    </message>
    <message>
        <source>Planned {day}</source>
        <translation>{day} 예정</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Record session</source>
        <translation>세션 기록</translation>
    </message>
    <message>
        <source>Relative dose</source>
        <translation>상대 용량</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>저장했습니다.</translation>
    </message>
    <message>
        <source>Session recorded</source>
        <translation>세션을 기록했습니다</translation>
    </message>
    <message>
        <source>Session {number}</source>
        <translation>세션 {number}</translation>
    </message>
    <message>
        <source>Sessions by week</source>
        <translation>주별 세션</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>The first day of the programme is not stated yet. State it on the participant&apos;s page.</source>
        <translation>프로그램 첫날이 아직 기록되지 않았습니다. 참여자 화면에서 기록하세요.</translation>
    </message>
    <message>
        <source>To state</source>
        <translation>기록할 것</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>주</translation>
    </message>
    <message>
        <source>Week {week}</source>
        <translation>{week}주</translation>
    </message>
    <message>
        <source>Week {week} of {weeks}. First day {day}.</source>
        <translation>{weeks}주 가운데 {week}주. 첫날 {day}.</translation>
    </message>
    <message>
        <source>Week {week}, session {place}</source>
        <translation>{week}주, 세션 {place}</translation>
    </message>
    <message>
        <source>adverse events</source>
        <translation>이상반응</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>no first day yet</source>
        <translation>첫날 미정</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>{code}, exercise sessions</source>
        <translation>{code}, 운동 세션</translation>
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
        <translation>1일</translation>
    </message>
    <message>
        <source>The participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count}일</translation>
    </message>
    <message>
        <source>{who} at central</source>
        <translation>중앙 {who}</translation>
    </message>
</context>
<context>
    <name>QueriesPage</name>
    <message>
        <source>1 query needs an answer</source>
        <translation>답변이 필요한 질의 1건</translation>
    </message>
    <message>
        <source>A query asks about a value. Answer it, or correct the value with a reason.</source>
        <translation>질의는 값에 대해 묻습니다. 답하거나 사유와 함께 값을 정정하세요.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변됨</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>질의하기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>종결</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>종결</translation>
    </message>
    <message>
        <source>Correct the value</source>
        <translation>값 정정</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>내 질의</translation>
    </message>
    <message>
        <source>Nobody has asked anything. A value in a review is asked about with Alt Q.</source>
        <translation>질의가 없습니다. 검토 화면에서 Alt Q로 값에 대해 질의합니다.</translation>
    </message>
    <message>
        <source>Old to new</source>
        <translation>이전 → 새 값</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>미답변</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>Send answer</source>
        <translation>답변 보내기</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇을</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>지금까지의 경과</translation>
    </message>
    <message>
        <source>When</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Which queries</source>
        <translation>질의 구분</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Your answer to {number}</source>
        <translation>{number}에 대한 답변</translation>
    </message>
    <message>
        <source>Your words on {number}</source>
        <translation>{number}에 대한 의견</translation>
    </message>
    <message>
        <source>ask anew</source>
        <translation>새 질의</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>central reads this</source>
        <translation>중앙이 읽습니다</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>종결</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>send answer</source>
        <translation>답변 보내기</translation>
    </message>
    <message>
        <source>the site and central read this</source>
        <translation>기관과 중앙이 읽습니다</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>{count} queries need an answer</source>
        <translation>답변이 필요한 질의 {count}건</translation>
    </message>
    <message>
        <source>{number}, asked by {who}</source>
        <translation>{number}, 질의자 {who}</translation>
    </message>
</context>
<context>
    <name>QueryList</name>
    <message>
        <source>Queries</source>
        <translation>질의</translation>
    </message>
</context>
<context>
    <name>ReasonAsking</name>
    <message>
        <source>Saved: last trial is void, {0}</source>
        <translation>저장됨: 직전 시행 무효, {0}</translation>
    </message>
    <message>
        <source>not done, {0}</source>
        <translation>시행 안 함, {0}</translation>
    </message>
</context>
<context>
    <name>ReasonMenu</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>First reasons</source>
        <translation>처음 이유로</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>다른 이유 더 보기</translation>
    </message>
    <message>
        <source>Reason in words</source>
        <translation>이유 설명</translation>
    </message>
    <message>
        <source>This reason needs words</source>
        <translation>이 이유는 설명이 필요합니다</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Why is it not done?</source>
        <translation>왜 시행하지 않았나요?</translation>
    </message>
    <message>
        <source>Why is the last trial void?</source>
        <translation>직전 시행이 왜 무효인가요?</translation>
    </message>
    <message>
        <source>Why is the rest of this side not done?</source>
        <translation>이쪽 나머지를 왜 시행하지 않았나요?</translation>
    </message>
</context>
<context>
    <name>RestBar</name>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Rest is over, ready</source>
        <translation>휴식 끝, 준비됨</translation>
    </message>
    <message>
        <source>left of {0}</source>
        <translation>남음 ({0} 중)</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>rest was {0} of {1}</source>
        <translation>휴식 {1} 중 {0}</translation>
    </message>
    <message>
        <source>{0} left of {1}</source>
        <translation>{0} 남음 ({1} 중)</translation>
    </message>
</context>
<context>
    <name>RestrictionFigure</name>
    <message>
        <source>L</source>
        <translation>왼</translation>
    </message>
    <message>
        <source>R</source>
        <translation>오</translation>
    </message>
    <message>
        <source>Restricted limbs</source>
        <translation>제한된 팔다리</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Adverse events</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Classes by</source>
        <translation>분류 기준</translation>
    </message>
    <message>
        <source>Classes side by side</source>
        <translation>나란히 본 분류</translation>
    </message>
    <message>
        <source>Compared, unrounded</source>
        <translation>비교한 값(반올림 전)</translation>
    </message>
    <message>
        <source>Computed from</source>
        <translation>계산 근거</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>시행 판정</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Meaning {0}</source>
        <translation>의미 {0}</translation>
    </message>
    <message>
        <source>Not as usual</source>
        <translation>통상과 다름</translation>
    </message>
    <message>
        <source>Not done, {0}</source>
        <translation>시행 안 함, {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>구성</translation>
    </message>
    <message>
        <source>Preview summary</source>
        <translation>요약지 미리 보기</translation>
    </message>
    <message>
        <source>Raise a query</source>
        <translation>질의 올리기</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Results of this visit</source>
        <translation>이번 방문의 결과</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Review {0}, {1}</source>
        <translation>{0} 검토, {1}</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>adverse events</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>how it was done</source>
        <translation>시행 판정</translation>
    </message>
    <message>
        <source>leave unsigned</source>
        <translation>서명하지 않고 나가기</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>query</source>
        <translation>질의</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>요약지</translation>
    </message>
    <message>
        <source>{0} adverse-event drafts wait (Alt E).</source>
        <translation>이상 반응 초안 {0}건 대기 중 (Alt E).</translation>
    </message>
    <message>
        <source>{0} still open.</source>
        <translation>{0}개 남음.</translation>
    </message>
    <message>
        <source>{0}: every trial needs a value or a coded reason before the visit can be signed.</source>
        <translation>{0}: 방문에 서명하려면 모든 시행에 값 또는 이유 코드가 있어야 합니다.</translation>
    </message>
</context>
<context>
    <name>RowHead</name>
    <message>
        <source>Part of the script</source>
        <translation>대본의 부분</translation>
    </message>
</context>
<context>
    <name>SafeStrip</name>
    <message>
        <source>Safe at central</source>
        <translation>중앙에 안전하게 보관</translation>
    </message>
</context>
<context>
    <name>SafetyPanel</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Code of the clinician</source>
        <translation>임상의 코드</translation>
    </message>
    <message>
        <source>Effort is on hold</source>
        <translation>힘쓰는 검사 보류</translation>
    </message>
    <message>
        <source>Effort is on hold.</source>
        <translation>힘쓰는 검사가 보류 중입니다.</translation>
    </message>
    <message>
        <source>Effort tests not done (ND08)</source>
        <translation>힘쓰는 검사 시행 안 함 (ND08)</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>보류 해제됨</translation>
    </message>
    <message>
        <source>Hold released by {0}</source>
        <translation>{0}이(가) 보류 해제</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>확인했습니다</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>Reason for the release</source>
        <translation>해제 이유</translation>
    </message>
    <message>
        <source>Release or state not done</source>
        <translation>해제하거나 시행 안 함으로 기록</translation>
    </message>
    <message>
        <source>Release the hold</source>
        <translation>보류 해제</translation>
    </message>
    <message>
        <source>Safety screen passed, {0}</source>
        <translation>안전 확인 통과, {0}</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>양식 닫기</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>이름 금지</translation>
    </message>
    <message>
        <source>or why the tests are not done</source>
        <translation>또는 검사를 하지 않는 이유</translation>
    </message>
</context>
<context>
    <name>ScriptPanel</name>
    <message>
        <source>Do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>During</source>
        <translation>하는 중</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>말</translation>
    </message>
    <message>
        <source>What to say and do</source>
        <translation>할 말과 할 일</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Adverse event</source>
        <translation>이상반응</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Exertion</source>
        <translation>힘든 정도</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>지도한 사람</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>시간(분)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>기록되지 않음:</translation>
    </message>
    <message>
        <source>Pain after</source>
        <translation>뒤 통증</translation>
    </message>
    <message>
        <source>Pain before</source>
        <translation>앞 통증</translation>
    </message>
    <message>
        <source>Planned {day}</source>
        <translation>{day} 예정</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>변경 이유</translation>
    </message>
    <message>
        <source>Record session</source>
        <translation>세션 기록</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Was it held?</source>
        <translation>세션을 했습니까?</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>하지 않은 이유</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>a code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>opens a draft</source>
        <translation>초안이 열림</translation>
    </message>
    <message>
        <source>usually {low} to {high} min</source>
        <translation>보통 {low}~{high}분</translation>
    </message>
    <message>
        <source>{code}, week {week}, session {place}</source>
        <translation>{code}, {week}주, 세션 {place}</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>A study file of this site cannot be used.</source>
        <translation>이 기관의 연구 파일 하나를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Central card</source>
        <translation>중앙 카드</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>폴더 고르기</translation>
    </message>
    <message>
        <source>Choose the study first.</source>
        <translation>먼저 연구를 고르세요.</translation>
    </message>
    <message>
        <source>Folder for the escrow key</source>
        <translation>에스크로 키를 둘 폴더</translation>
    </message>
    <message>
        <source>Making the keys</source>
        <translation>키를 만드는 중</translation>
    </message>
    <message>
        <source>Not set up.</source>
        <translation>설정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>암호문 다시 입력</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>먼저 연습하기</translation>
    </message>
    <message>
        <source>Set up this station</source>
        <translation>이 스테이션 설정</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Station of this site</source>
        <translation>이 기관의 스테이션</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>두 암호문이 다릅니다. 같은 것을 두 번 입력하세요.</translation>
    </message>
    <message>
        <source>There is no such folder. Choose one on a stick that can be written.</source>
        <translation>그런 폴더가 없습니다. 쓸 수 있는 USB의 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose the card file that you were given.</source>
        <translation>이 파일을 읽을 수 없습니다. 받은 카드 파일을 고르세요.</translation>
    </message>
    <message>
        <source>This is done once. Nothing is written before every field was accepted.</source>
        <translation>한 번만 합니다. 모든 칸이 확인되기 전에는 아무것도 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>필요한 항목입니다. 입력하세요.</translation>
    </message>
    <message>
        <source>Your own code</source>
        <translation>본인 코드</translation>
    </message>
    <message>
        <source>a code such as AS-04, never a name</source>
        <translation>이름이 아닌 코드 (예: AS-04)</translation>
    </message>
    <message>
        <source>a sentence that only you know</source>
        <translation>본인만 아는 문장</translation>
    </message>
    <message>
        <source>central card</source>
        <translation>중앙 카드</translation>
    </message>
    <message>
        <source>escrow folder</source>
        <translation>에스크로 폴더</translation>
    </message>
    <message>
        <source>on a stick that stays in the site&apos;s safe</source>
        <translation>기관 금고에 둘 USB</translation>
    </message>
    <message>
        <source>the file that the data manager gave you</source>
        <translation>자료 관리자에게 받은 파일</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Assessor code</source>
        <translation>평가자 코드</translation>
    </message>
    <message>
        <source>At central</source>
        <translation>중앙 도착</translation>
    </message>
    <message>
        <source>Back to the study</source>
        <translation>연구로 돌아가기</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock이 켜져 있습니다</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Last seen {at}. Every value that was called saved is on disk. After you sign in, the first page says what was found, for whom, and which trial did not finish.</source>
        <translation>마지막 확인 {at}. 저장됨으로 표시된 값은 모두 디스크에 있습니다. 로그인하면 첫 화면에서 무엇이 확인되었는지, 누구의 것인지, 어느 시행이 끝나지 않았는지 알려 드립니다.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>원장</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>Not opened.</source>
        <translation>열지 않았습니다.</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>여는 중</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Station clock</source>
        <translation>스테이션 시계</translation>
    </message>
    <message>
        <source>The last run did not end in good order.</source>
        <translation>지난번에 정상 종료되지 않았습니다.</translation>
    </message>
    <message>
        <source>Try everything on invented participants.</source>
        <translation>지어낸 참여자로 모든 것을 해 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>What this station holds</source>
        <translation>이 스테이션의 보관 현황</translation>
    </message>
    <message>
        <source>You are at the practice station.</source>
        <translation>연습 스테이션입니다.</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 칸</translation>
    </message>
    <message>
        <source>not cleanly; last seen {at}</source>
        <translation>비정상 종료, 마지막 확인 {at}</translation>
    </message>
    <message>
        <source>show passphrase</source>
        <translation>암호문 보기</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>{at}, cleanly</source>
        <translation>{at}, 정상</translation>
    </message>
    <message>
        <source>{count} entries when last seen</source>
        <translation>마지막 확인 때 기록 {count}건</translation>
    </message>
    <message>
        <source>{safe} of {signed} signed visits</source>
        <translation>서명한 방문 {signed}건 중 {safe}건</translation>
    </message>
    <message>
        <source>{study}, site {site}, station {station}</source>
        <translation>{study}, 기관 {site}, 스테이션 {station}</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Choose the meaning of the signature</source>
        <translation>서명의 의미를 고르세요</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>의미</translation>
    </message>
    <message>
        <source>Not accepted.</source>
        <translation>서명되지 않았습니다.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문</translation>
    </message>
    <message>
        <source>Sign this visit</source>
        <translation>이 방문에 서명</translation>
    </message>
    <message>
        <source>Sign visit</source>
        <translation>방문 서명</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>서명됨</translation>
    </message>
    <message>
        <source>What you see is signed with its digest:</source>
        <translation>보이는 내용이 다음 요약값으로 서명됩니다:</translation>
    </message>
</context>
<context>
    <name>SigningWords</name>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source>A value can still be corrected later, with a reason for the change.</source>
        <translation>나중에도 변경 이유를 적고 값을 정정할 수 있습니다.</translation>
    </message>
    <message>
        <source>I did these assessments and the record is complete.</source>
        <translation>이 평가를 직접 시행했으며 기록이 완전합니다.</translation>
    </message>
    <message>
        <source>I reviewed this record; somebody else did the visit.</source>
        <translation>이 기록을 검토했으며 방문은 다른 사람이 진행했습니다.</translation>
    </message>
    <message>
        <source>Signed by {0}, {1}.</source>
        <translation>{0} 서명, {1}.</translation>
    </message>
    <message>
        <source>Signing as {0}</source>
        <translation>서명자 {0}</translation>
    </message>
    <message>
        <source>To be signed by {0}.</source>
        <translation>서명할 사람: {0}.</translation>
    </message>
    <message>
        <source>Your role does not sign.</source>
        <translation>현재 역할은 서명하지 않습니다.</translation>
    </message>
    <message>
        <source>somebody whose role signs</source>
        <translation>서명 권한이 있는 사람</translation>
    </message>
    <message>
        <source>{0} still open: signing waits for them.</source>
        <translation>{0}개가 남아 있어 아직 서명할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>StationCardPanel</name>
    <message>
        <source>Central knows this station</source>
        <translation>중앙에 등록된 스테이션</translation>
    </message>
    <message>
        <source>Central takes packages only from stations that it has enrolled. Bring the card to the data manager one way, and read the fingerprint aloud another way, such as by telephone.</source>
        <translation>중앙은 등록한 스테이션의 패키지만 받습니다. 카드를 한 가지 방법으로 자료 관리자에게 전하고, 지문은 전화 등 다른 방법으로 소리 내어 읽어 주십시오.</translation>
    </message>
    <message>
        <source>Fingerprint of this station</source>
        <translation>이 스테이션의 지문</translation>
    </message>
    <message>
        <source>Fingerprint {groups}</source>
        <translation>지문 {groups}</translation>
    </message>
    <message>
        <source>Its receipts have come back. The card can be saved again at any time.</source>
        <translation>접수증이 돌아왔습니다. 카드는 언제든지 다시 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>No receipt of central yet</source>
        <translation>중앙의 접수증 아직 없음</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>저장하지 않음:</translation>
    </message>
    <message>
        <source>Save station card</source>
        <translation>스테이션 카드 저장</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>저장함:</translation>
    </message>
    <message>
        <source>Station card (*.json)</source>
        <translation>스테이션 카드 (*.json)</translation>
    </message>
    <message>
        <source>{file}. Bring it to the data manager, and read the fingerprint aloud: {groups}.</source>
        <translation>{file}. 이 파일을 자료 관리자에게 전하고 지문을 소리 내어 읽어 주십시오: {groups}.</translation>
    </message>
</context>
<context>
    <name>StatusBadge</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>StatusForm</name>
    <message>
        <source>Back on study</source>
        <translation>연구로 돌아옴</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Not any more</source>
        <translation>더 이상 안 함</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Still collected</source>
        <translation>계속 수집</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>필요한 항목입니다. 채워 주세요.</translation>
    </message>
    <message>
        <source>no names, no numbers of identity</source>
        <translation>이름이나 주민등록번호는 쓰지 않음</translation>
    </message>
    <message>
        <source>such as 2025-11-18</source>
        <translation>예: 2025-11-18</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Adverse events</source>
        <translation>이상 반응</translation>
    </message>
    <message>
        <source>Exercise sessions</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>On study</source>
        <translation>연구 참여 중</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>설문지</translation>
    </message>
    <message>
        <source>Records of others</source>
        <translation>다른 기관의 기록</translation>
    </message>
    <message>
        <source>Screened, not enrolled</source>
        <translation>선별됨, 미등록</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Telephone follow-ups</source>
        <translation>전화 추적</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
</context>
<context>
    <name>StopBar</name>
    <message>
        <source>Timing</source>
        <translation>시간 재기</translation>
    </message>
</context>
<context>
    <name>StudyFacts</name>
    <message>
        <source>Dates and facts of the study</source>
        <translation>연구의 날짜와 사실</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Assumptions</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>완료:</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>진행 방식</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>새 버전</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>받아들이지 않음:</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>{page}쪽</translation>
    </message>
    <message>
        <source>Parts of the study</source>
        <translation>연구의 부분</translation>
    </message>
    <message>
        <source>Printed by {user}, {moment}. Nobody&apos;s group and no results.</source>
        <translation>{user} 출력, {moment}. 누구의 배정군도 결과도 없습니다.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>저장함: {file}</translation>
    </message>
    <message>
        <source>Sign and put in force</source>
        <translation>서명하고 시행</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>The file of the new version</source>
        <translation>새 버전 파일</translation>
    </message>
    <message>
        <source>The file {file} cannot be read. Nothing was changed. Choose the file of the new version.</source>
        <translation>파일 {file}을(를) 읽을 수 없습니다. 바뀐 것은 없습니다. 새 버전 파일을 고르세요.</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>연구 내용</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Version {version} was the first; there is nothing before it.</source>
        <translation>버전 {version}이(가) 처음입니다. 그 앞에는 버전이 없습니다.</translation>
    </message>
    <message>
        <source>Version {version}: digest {digest}. Enter shows what changed against the version before it.</source>
        <translation>버전 {version}: 요약값 {digest}. Enter를 누르면 앞 버전과 달라진 점을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>달라진 점</translation>
    </message>
    <message>
        <source>What is not certain</source>
        <translation>확실하지 않은 것</translation>
    </message>
    <message>
        <source>What version {version} changed against version {before}:</source>
        <translation>버전 {version}이(가) 버전 {before}과(와) 다른 점:</translation>
    </message>
    <message>
        <source>Who may take part</source>
        <translation>참여 기준</translation>
    </message>
    <message>
        <source>back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>새 버전</translation>
    </message>
    <message>
        <source>part</source>
        <translation>부분</translation>
    </message>
    <message>
        <source>save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>what changed</source>
        <translation>달라진 점</translation>
    </message>
    <message>
        <source>{count} assumptions to confirm</source>
        <translation>확인할 가정 {count}개</translation>
    </message>
    <message>
        <source>{count} differences about the study groups are not shown to blinded people.</source>
        <translation>배정군에 관한 차이 {count}개는 눈가림된 사람에게 보이지 않습니다.</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another place and try again.</source>
        <translation>{file}을(를) 쓸 수 없습니다. 다른 곳을 골라 다시 하세요.</translation>
    </message>
    <message>
        <source>{study}, version {version}</source>
        <translation>{study}, 버전 {version}</translation>
    </message>
    <message>
        <source>{study}, version {version}, in force since {moment} by the signature of {user}</source>
        <translation>{study}, 버전 {version}, {moment}부터 {user}의 서명으로 시행 중</translation>
    </message>
</context>
<context>
    <name>StudyRows</name>
    <message>
        <source>Also by {ways}.</source>
        <translation>{ways}(으)로도 가능.</translation>
    </message>
    <message>
        <source>Any one of {count} is enough.</source>
        <translation>{count}개 가운데 하나면 됩니다.</translation>
    </message>
    <message>
        <source>Asked what they know at: {visits}.</source>
        <translation>아는 것을 묻는 방문: {visits}.</translation>
    </message>
    <message>
        <source>Blinded</source>
        <translation>눈가림</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>동의</translation>
    </message>
    <message>
        <source>Earlier results are hidden from them.</source>
        <translation>이전 결과를 보지 못합니다.</translation>
    </message>
    <message>
        <source>Facts asked</source>
        <translation>묻는 사실</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>전화 추적</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>배정군</translation>
    </message>
    <message>
        <source>May be waived with a reason.</source>
        <translation>사유가 있으면 면제할 수 있습니다.</translation>
    </message>
    <message>
        <source>Must be met</source>
        <translation>충족해야 함</translation>
    </message>
    <message>
        <source>Must not be met</source>
        <translation>해당하면 안 됨</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Primary outcome</source>
        <translation>일차 결과</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>운동 세션</translation>
    </message>
    <message>
        <source>Site {code}</source>
        <translation>기관 {code}</translation>
    </message>
    <message>
        <source>Version {version} of the information sheet</source>
        <translation>설명문 버전 {version}</translation>
    </message>
    <message>
        <source>Week {week}, counted from: {anchor}</source>
        <translation>{week}주, 기준일: {anchor}</translation>
    </message>
    <message>
        <source>above {value}</source>
        <translation>{value} 초과</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>{value} 이상</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>{value} 이하</translation>
    </message>
    <message>
        <source>below {value}</source>
        <translation>{value} 미만</translation>
    </message>
    <message>
        <source>for {count} months</source>
        <translation>{count}개월 동안</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>used from {day}</source>
        <translation>{day}부터 사용</translation>
    </message>
    <message>
        <source>video</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>without one the assessor is warned</source>
        <translation>없으면 평가자에게 알립니다</translation>
    </message>
    <message>
        <source>without one the instrument stays locked</source>
        <translation>없으면 검사가 잠깁니다</translation>
    </message>
    <message>
        <source>years</source>
        <translation>세</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>예 또는 아니요</translation>
    </message>
    <message>
        <source>{age} years or older</source>
        <translation>{age}세 이상</translation>
    </message>
    <message>
        <source>{before} days before to {after} days after</source>
        <translation>{before}일 전부터 {after}일 후까지</translation>
    </message>
    <message>
        <source>{count} a week for {weeks} weeks, {minutes} minutes each</source>
        <translation>{weeks}주 동안 주 {count}회, 한 번에 {minutes}분</translation>
    </message>
    <message>
        <source>{count} calls, every {days} days</source>
        <translation>{days}일마다 전화 {count}번</translation>
    </message>
    <message>
        <source>{count} planned</source>
        <translation>{count}명 계획</translation>
    </message>
</context>
<context>
    <name>StudyTables</name>
    <message>
        <source>About</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>요약값</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>시행 중</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>대체됨</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>서명한 사람</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Version {version}, signed by {user}, {moment}</source>
        <translation>버전 {version}, 서명 {user}, {moment}</translation>
    </message>
    <message>
        <source>Visits opened</source>
        <translation>연 방문</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What is not certain</source>
        <translation>확실하지 않은 것</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>순서 바뀜</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>빠짐</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Handed to the printer</source>
        <translation>프린터로 보냄</translation>
    </message>
    <message>
        <source>Not done:</source>
        <translation>실행되지 않음:</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>One page in the participant&apos;s language. It shows no result while the study is blinded.</source>
        <translation>참여자의 언어로 된 한 쪽입니다. 눈가림 중에는 결과를 싣지 않습니다.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Page for {0}</source>
        <translation>{0}의 요약지</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF 저장</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>저장됨: {0}</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약지</translation>
    </message>
    <message>
        <source>The visit is not signed yet.</source>
        <translation>아직 방문에 서명하지 않았습니다.</translation>
    </message>
    <message>
        <source>The visit is signed.</source>
        <translation>방문에 서명했습니다.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>back to the participant</source>
        <translation>참여자 화면으로</translation>
    </message>
    <message>
        <source>print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>save PDF</source>
        <translation>PDF 저장</translation>
    </message>
    <message>
        <source>{0} could not be written. Nothing recorded is lost; choose another place and try again.</source>
        <translation>{0}을(를) 쓰지 못했습니다. 기록한 것은 잃지 않았습니다. 다른 위치를 골라 다시 하세요.</translation>
    </message>
</context>
<context>
    <name>TextPackCard</name>
    <message>
        <source>Adopted:</source>
        <translation>등록함:</translation>
    </message>
    <message>
        <source>Edition {edition}, {count} items. Permission of {holder}: {reference}, {day}.</source>
        <translation>판 {edition}, {count}문항. {holder}의 허가: {reference}, {day}.</translation>
    </message>
    <message>
        <source>Fingerprint of the signer</source>
        <translation>서명자의 지문</translation>
    </message>
    <message>
        <source>It replaces the pack of {day}, {reference}; what was asked with that one stays as it is.</source>
        <translation>{day}의 팩({reference})을 대신합니다. 그 팩으로 물은 것은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>It was signed with the key whose fingerprint begins {groups}.</source>
        <translation>지문이 {groups}(으)로 시작하는 키로 서명되었습니다.</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>저장 안 됨:</translation>
    </message>
    <message>
        <source>Text pack: {name}</source>
        <translation>텍스트 팩: {name}</translation>
    </message>
    <message>
        <source>This is not the fingerprint of its signer. Nothing was adopted. Ask the site once more.</source>
        <translation>서명자의 지문이 아닙니다. 등록된 것은 없습니다. 기관에 다시 물어보세요.</translation>
    </message>
    <message>
        <source>all four groups, as the site reads them to you over another channel</source>
        <translation>네 묶음 모두, 기관이 다른 방법으로 읽어 준 대로</translation>
    </message>
    <message>
        <source>{name}. Its wording is shown from the next item on.</source>
        <translation>{name}. 다음 문항부터 이 문구가 보입니다.</translation>
    </message>
</context>
<context>
    <name>TextStep</name>
    <message>
        <source>Accept</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>As before. Enter takes it over.</source>
        <translation>지난번과 같습니다. Enter로 그대로 씁니다.</translation>
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
        <translation>0~{0}</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Count a stand</source>
        <translation>일어서기 세기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Full repetitions completed</source>
        <translation>끝까지 마친 횟수</translation>
    </message>
    <message>
        <source>Full stands completed</source>
        <translation>끝까지 일어선 횟수</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>저장 안 됨:</translation>
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
        <translation>{0}번째 일어서기</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>정지</translation>
    </message>
    <message>
        <source>Stop: {0}</source>
        <translation>정지: {0}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Type how many full stands were completed, 0 to {0}.</source>
        <translation>끝까지 일어선 횟수를 0~{0}에서 입력하세요.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Void, repeat</source>
        <translation>무효, 다시</translation>
    </message>
    <message>
        <source>hand timing: about {0}</source>
        <translation>수동 측정: 약 {0}</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0}회</translation>
    </message>
    <message>
        <source>{0} s stays in the ledger and is not scored. A stop is never counted as 0 s.</source>
        <translation>{0}초는 원장에 남고 점수에 쓰지 않습니다. 멈춤을 0초로 보지 않습니다.</translation>
    </message>
    <message>
        <source>{0}; stops by itself at {1} s</source>
        <translation>{0}, {1}초에 자동 정지</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>After its window</source>
        <translation>허용 기간 뒤</translation>
    </message>
    <message>
        <source>At central</source>
        <translation>중앙 도착</translation>
    </message>
    <message>
        <source>Before its window</source>
        <translation>허용 기간 전</translation>
    </message>
    <message>
        <source>Closes {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>Day not known yet</source>
        <translation>날짜 미정</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>미방문</translation>
    </message>
    <message>
        <source>Not yet at central</source>
        <translation>중앙 미도착</translation>
    </message>
    <message>
        <source>On {days}</source>
        <translation>{days}에 진행</translation>
    </message>
    <message>
        <source>Opened {day}</source>
        <translation>{day} 열림</translation>
    </message>
    <message>
        <source>Opens {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>Signed, visit of {day}</source>
        <translation>서명됨, {day} 방문</translation>
    </message>
    <message>
        <source>Target {day}</source>
        <translation>목표일 {day}</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>서명 필요</translation>
    </message>
    <message>
        <source>Waits for: {anchor}</source>
        <translation>기다림: {anchor}</translation>
    </message>
    <message>
        <source>today {day}</source>
        <translation>오늘 {day}</translation>
    </message>
</context>
<context>
    <name>TimerFace</name>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Stopped at the limit</source>
        <translation>제한 시간에 멈춤</translation>
    </message>
    <message>
        <source>Timing uncertain</source>
        <translation>시간 불확실</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0}초</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Continue there</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>Find a participant by code</source>
        <translation>코드로 참여자 찾기</translation>
    </message>
    <message>
        <source>New participant</source>
        <translation>새 참여자</translation>
    </message>
    <message>
        <source>No participant has a code with “{text}” in it.</source>
        <translation>코드에 ‘{text}’이(가) 들어간 참여자가 없습니다.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. Enrol the first participant with N.</source>
        <translation>아직 등록된 참여자가 없습니다. N으로 첫 참여자를 등록하세요.</translation>
    </message>
    <message>
        <source>Nothing due until {day}. Find a participant with /.</source>
        <translation>{day}까지 할 방문이 없습니다. /로 참여자를 찾으세요.</translation>
    </message>
    <message>
        <source>Nothing is due. Find a participant with /.</source>
        <translation>할 방문이 없습니다. /로 참여자를 찾으세요.</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>목록 인쇄</translation>
    </message>
    <message>
        <source>Record as missed</source>
        <translation>미방문으로 기록</translation>
    </message>
    <message>
        <source>Save list as PDF</source>
        <translation>목록을 PDF로 저장</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Unscheduled visit</source>
        <translation>비정기 방문</translation>
    </message>
    <message>
        <source>Visits to look after</source>
        <translation>챙길 방문</translation>
    </message>
    <message>
        <source>Visits to look after: {count}, what closes first on top.</source>
        <translation>챙길 방문 {count}건, 먼저 마감되는 것부터.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>거르기</translation>
    </message>
    <message>
        <source>find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>new participant</source>
        <translation>새 참여자</translation>
    </message>
    <message>
        <source>open, asks for the second identifier</source>
        <translation>열기 (두 번째 정보 확인)</translation>
    </message>
    <message>
        <source>print list</source>
        <translation>목록 인쇄</translation>
    </message>
    <message>
        <source>record as missed</source>
        <translation>미방문으로 기록</translation>
    </message>
    <message>
        <source>save list as PDF</source>
        <translation>목록 PDF 저장</translation>
    </message>
    <message>
        <source>unscheduled visit</source>
        <translation>비정기 방문</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>1 day left</source>
        <translation>1일 남음</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>중앙</translation>
    </message>
    <message>
        <source>Continue: {instrument}</source>
        <translation>계속: {instrument}</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>C{cycle} D{day}</source>
        <translation>C{cycle} D{day}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>남은 기간</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>미방문</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음 할 일</translation>
    </message>
    <message>
        <source>Open after all, with a reason</source>
        <translation>이유를 적고 열기</translation>
    </message>
    <message>
        <source>Open late or record missed</source>
        <translation>늦게 열거나 미방문 기록</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>방문 열기</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>참여자</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation>검토와 서명</translation>
    </message>
    <message>
        <source>Show participant</source>
        <translation>참여자 보기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표일</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>허용 기간</translation>
    </message>
    <message>
        <source>closed yesterday</source>
        <translation>어제 마감</translation>
    </message>
    <message>
        <source>closed {n} days ago</source>
        <translation>{n}일 전 마감</translation>
    </message>
    <message>
        <source>closes in {n} days</source>
        <translation>{n}일 뒤 마감</translation>
    </message>
    <message>
        <source>closes today</source>
        <translation>오늘 마감</translation>
    </message>
    <message>
        <source>closes tomorrow</source>
        <translation>내일 마감</translation>
    </message>
    <message>
        <source>opened today</source>
        <translation>오늘 열림</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>어제 열림</translation>
    </message>
    <message>
        <source>opened {n} days ago</source>
        <translation>{n}일 전 열림</translation>
    </message>
    <message>
        <source>opens {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>{n}일 남음</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Attendance</source>
        <translation>참석률</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>Relative dose</source>
        <translation>상대 용량</translation>
    </message>
    <message>
        <source>Relative dose: sets × repetitions × load, without a load sets × repetitions; exercises averaged, sessions not held count as not done (assumption, to be confirmed).</source>
        <translation>상대 용량: 세트 × 반복 × 무게, 무게가 없으면 세트 × 반복. 종목 평균이며, 하지 않은 세션은 실시하지 않은 것으로 셉니다(가정, 확인 필요).</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>done by prescribed volume</source>
        <translation>처방량 대비 실시량</translation>
    </message>
    <message>
        <source>{held} of {due} due, {open} to state</source>
        <translation>예정 {due}회 중 {held}회, 기록할 것 {open}회</translation>
    </message>
    <message>
        <source>{held} of {planned} planned</source>
        <translation>계획 {planned}회 중 {held}회</translation>
    </message>
    <message>
        <source>{online} of {held} held</source>
        <translation>실시 {held}회 중 {online}회</translation>
    </message>
</context>
<context>
    <name>TrialTable</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Trials so far</source>
        <translation>지금까지의 시행</translation>
    </message>
</context>
<context>
    <name>UnscheduledPanel</name>
    <message>
        <source>Leave closed</source>
        <translation>열지 않기</translation>
    </message>
    <message>
        <source>Not opened:</source>
        <translation>열지 않음:</translation>
    </message>
    <message>
        <source>Open unscheduled visit</source>
        <translation>비정기 방문 열기</translation>
    </message>
    <message>
        <source>Reason for an unscheduled visit</source>
        <translation>비정기 방문의 이유</translation>
    </message>
    <message>
        <source>The safety screen comes first by itself when something asks for effort.</source>
        <translation>힘을 쓰는 검사가 있으면 안전 확인이 자동으로 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>Unscheduled visit of {code}</source>
        <translation>{code}의 비정기 방문</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>할 검사</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>출생 연도</translation>
    </message>
    <message>
        <source>{code}, unscheduled visit</source>
        <translation>{code}, 비정기 방문</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>It was {0}.</source>
        <translation>지난번 값은 {0}입니다.</translation>
    </message>
    <message>
        <source>Not accepted:</source>
        <translation>저장 안 됨:</translation>
    </message>
    <message>
        <source>Not written:</source>
        <translation>쓰지 못함:</translation>
    </message>
    <message>
        <source>Saved: extra trial declined</source>
        <translation>저장됨: 추가 시행 안 함</translation>
    </message>
    <message>
        <source>Saved: extra trial taken</source>
        <translation>저장됨: 추가 시행함</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Unusual: {0}.</source>
        <translation>통상 범위 밖: {0}.</translation>
    </message>
    <message>
        <source>accept, next</source>
        <translation>확인, 다음</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>on to the reason</source>
        <translation>이유로 가기</translation>
    </message>
    <message>
        <source>record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>take over</source>
        <translation>그대로 쓰기</translation>
    </message>
    <message>
        <source>write again</source>
        <translation>다시 쓰기</translation>
    </message>
</context>
<context>
    <name>VisitTimeline</name>
    <message>
        <source>Visits</source>
        <translation>방문</translation>
    </message>
</context>
<context>
    <name>VisualState</name>
    <message>
        <source>Answered</source>
        <translation>답변됨</translation>
    </message>
    <message>
        <source>At central</source>
        <translation>중앙 도착</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>종결</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>시행 대상</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>저장 안 됨</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>시행 안 함</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>미도착</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>query</comment>
        <translation>미답변</translation>
    </message>
    <message>
        <source>Opens soon</source>
        <translation>곧 시작</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>중간에 멈춤</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>서명 필요</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>통상 범위 밖</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>무효</translation>
    </message>
    <message>
        <source>Window closing</source>
        <translation>마감 임박</translation>
    </message>
</context>
<context>
    <name>WaiverPart</name>
    <message>
        <source>Not waived</source>
        <translation>면제 안 함</translation>
    </message>
    <message>
        <source>Reason for the waiver</source>
        <translation>면제 이유</translation>
    </message>
    <message>
        <source>This can be waived by somebody with the permission for it.</source>
        <translation>면제 권한이 있는 사람이 면제할 수 있습니다.</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>면제함</translation>
    </message>
    <message>
        <source>Waiver: {what}</source>
        <translation>면제: {what}</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Not accepted:</source>
        <translation>받지 않음:</translation>
    </message>
</context>
</TS>
